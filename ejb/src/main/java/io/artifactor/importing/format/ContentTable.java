package io.artifactor.importing.format;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Languages with their other names, media types, kinds and file endings. A row reads: language and
 * its other names, media type, kind, endings; the first of each is the one given out.
 */
final class ContentTable {

    private static final String ROWS =
            """
            python,py,python3,jupyter-python | text/x-python | code | .py,.pyw
            javascript,js,node,mjs | text/javascript | code | .js,.mjs,.cjs
            jsx,react | text/jsx | code | .jsx
            typescript,ts | text/x-typescript | code | .ts,.mts
            tsx,react-typescript | text/tsx | code | .tsx
            java | text/x-java-source | code | .java
            kotlin,kt | text/x-kotlin | code | .kt,.kts
            scala | text/x-scala | code | .scala
            groovy,gradle | text/x-groovy | code | .groovy,.gradle
            clojure,clj | text/x-clojure | code | .clj
            c | text/x-c | code | .c,.h
            c++,cpp,cxx | text/x-c++src | code | .cpp,.cc,.hpp
            csharp,c#,cs | text/x-csharp | code | .cs
            fsharp,f# | text/x-fsharp | code | .fs
            go,golang | text/x-go | code | .go
            rust,rs | text/x-rust | code | .rs
            ruby,rb | text/x-ruby | code | .rb
            php | text/x-php | code | .php
            swift | text/x-swift | code | .swift
            objective-c,objc,objectivec | text/x-objcsrc | code | .m
            dart | text/x-dart | code | .dart
            zig | text/x-zig | code | .zig
            nim | text/x-nim | code | .nim
            elixir,ex | text/x-elixir | code | .ex,.exs
            erlang | text/x-erlang | code | .erl
            haskell,hs | text/x-haskell | code | .hs
            ocaml | text/x-ocaml | code | .ml
            elm | text/x-elm | code | .elm
            lisp,common-lisp | text/x-common-lisp | code | .lisp
            scheme,racket | text/x-scheme | code | .scm
            lua | text/x-lua | code | .lua
            perl,pl | text/x-perl | code | .pl
            r | text/x-rsrc | code | .r
            julia | text/x-julia | code | .jl
            fortran | text/x-fortran | code | .f90
            pascal,delphi | text/x-pascal | code | .pas
            assembly,asm,nasm | text/x-asm | code | .asm,.s
            verilog,systemverilog | text/x-verilog | code | .v,.sv
            solidity | text/x-solidity | code | .sol
            bash,sh,shell,zsh,shell-script | text/x-sh | code | .sh,.bash
            powershell,pwsh,ps1 | text/x-powershell | code | .ps1
            batch,bat,cmd | text/x-msdos-batch | code | .bat,.cmd
            awk | text/x-awk | code | .awk
            sql,postgresql,mysql,plsql,tsql,sqlite | text/x-sql | code | .sql
            graphql,gql | text/x-graphql | code | .graphql
            protobuf,proto | text/x-protobuf | code | .proto
            terraform,hcl | text/x-hcl | code | .tf
            vue | text/x-vue | code | .vue
            svelte | text/x-svelte | code | .svelte
            css | text/css | code | .css
            scss | text/x-scss | code | .scss
            less | text/x-less | code | .less
            glsl,hlsl,wgsl | text/x-glsl | code | .glsl
            diff,patch | text/x-diff | code | .diff,.patch
            dockerfile,docker | text/x-dockerfile | code | Dockerfile
            makefile,make | text/x-makefile | code | Makefile,.mk
            cmake | text/x-cmake | code | CMakeLists.txt,.cmake
            jupyter,notebook | application/x-ipynb+json | code | .ipynb
            html,htm | text/html | web | .html,.htm
            markdown,md | text/markdown | document | .md,.markdown
            mdx | text/mdx | document | .mdx
            plaintext,text,txt,plain | text/plain | document | .txt,.text
            restructuredtext,rst | text/x-rst | document | .rst
            latex,tex | application/x-tex | document | .tex
            console,shell-session,terminal | text/x-shell-session | terminal | .console
            log | text/x-log | terminal | .log
            json,json5,jsonc | application/json | data | .json
            jsonl,ndjson | application/x-ndjson | data | .jsonl
            yaml,yml | application/yaml | data | .yaml,.yml
            toml | application/toml | data | .toml
            ini,conf,properties,dotenv,env | text/x-ini | data | .ini,.conf,.cfg,.properties
            csv | text/csv | data | .csv
            tsv | text/tab-separated-values | data | .tsv
            xml,xsd,xslt | application/xml | data | .xml
            mermaid,mmd | text/vnd.mermaid | diagram | .mmd,.mermaid
            plantuml,puml | text/x-plantuml | diagram | .puml
            dot,graphviz | text/vnd.graphviz | diagram | .dot,.gv
            svg | image/svg+xml | image | .svg
            """;

    private static final Map<String, ContentType> BY_LANGUAGE = new HashMap<>();
    private static final Map<String, ContentType> BY_MEDIA_TYPE = new HashMap<>();
    private static final Map<String, ContentType> BY_ENDING = new HashMap<>();

    static {
        ROWS.lines().forEach(ContentTable::add);
    }

    private ContentTable() {}

    static @Nullable ContentType byLanguage(String language) {
        return BY_LANGUAGE.get(language);
    }

    static @Nullable ContentType byMediaType(String mediaType) {
        return BY_MEDIA_TYPE.get(mediaType);
    }

    /** By the whole name first, then by its ending; lower case. */
    static @Nullable ContentType byFileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        ContentType whole = BY_ENDING.get(name);
        int dot = name.lastIndexOf('.');
        return whole != null || dot < 0 ? whole : BY_ENDING.get(name.substring(dot));
    }

    private static void add(String row) {
        String[] cells = row.split(" \\| ", -1);
        String[] languages = cells[0].split(",", -1);
        String[] endings = cells[3].split(",", -1);
        ContentType type = new ContentType(cells[1], languages[0], cells[2], endings[0]);
        for (String language : languages) {
            BY_LANGUAGE.put(language, type);
        }
        for (String ending : endings) {
            BY_ENDING.put(ending.toLowerCase(java.util.Locale.ROOT), type);
        }
        BY_MEDIA_TYPE.put(type.mediaType(), type);
    }
}
