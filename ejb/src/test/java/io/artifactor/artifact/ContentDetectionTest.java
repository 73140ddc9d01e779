package io.artifactor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDetectionTest {

    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000");
    private static final byte[] ZIP =
            HexFormat.of().parseHex("504b03040a00000000000000000000000000000000000000");
    private static final byte[] NOISE =
            HexFormat.of().parseHex("00ff13f0019a8b7c6d0102030405ffee00aa55c3");

    private static ContentTraits detect(String name, byte[] head) {
        return ContentDetection.detect(name, head, Optional.empty(), Optional.empty());
    }

    private static ContentTraits detect(String name, byte[] head, String declared) {
        return ContentDetection.detect(name, head, Optional.of(declared), Optional.empty());
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "main.rs, text/x-rust, rust, CODE",
                "App.kt, text/x-kotlin, kotlin, CODE",
                "app.tsx, text/tsx, tsx, CODE",
                "app.jsx, text/jsx, jsx, CODE",
                "Dockerfile, text/x-dockerfile, dockerfile, CODE",
                "CMakeLists.txt, text/x-cmake, cmake, CODE",
                "SCRIPT.PY, text/x-python, python, CODE",
                "graph.mmd, text/vnd.mermaid, mermaid, DIAGRAM",
                "README.md, text/markdown, markdown, DOCUMENT",
                "notes.txt, text/plain, -, DOCUMENT",
                "notes, text/plain, -, DOCUMENT",
                "page.html, text/html, html, WEB",
                "rows.csv, text/csv, csv, DATA",
                "config.yaml, application/yaml, yaml, DATA",
                ".env, text/x-ini, ini, DATA",
                "session.console, text/x-shell-session, console, TERMINAL",
            })
    void textIsWhatItsNameSays(String name, String type, String language, ArtifactKind kind) {
        assertThat(detect(name, text("some text of no particular sort\n")))
                .isEqualTo(new ContentTraits(type, Optional.ofNullable(language), kind));
    }

    @Test
    void bytesDecideAgainstAName() {
        assertThat(detect("innocent.txt", PNG).mediaType()).isEqualTo("image/png");
        assertThat(detect("main.rs", PNG).kind()).isEqualTo(ArtifactKind.IMAGE);
        assertThat(detect("picture.png", text("<script>alert(1)</script>")).mediaType())
                .startsWith("text/");
        assertThat(detect("notes.txt", NOISE).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void bytesDecideAgainstADeclaration() {
        assertThat(detect("x", text("just words"), "image/png").mediaType())
                .isEqualTo("text/plain");
        assertThat(detect("x", NOISE, "text/html").mediaType())
                .isEqualTo("application/octet-stream");
        assertThat(detect("x", NOISE, "image/svg+xml").mediaType())
                .isEqualTo("application/octet-stream");
        assertThat(detect("x", NOISE, "image/png").mediaType())
                .isEqualTo("application/octet-stream");
    }

    @Test
    void aDeclarationSaysMoreOfWhatTheBytesShow() {
        assertThat(detect("x", text("# Heading"), "text/markdown").mediaType())
                .isEqualTo("text/markdown");
        assertThat(detect("x", NOISE, "font/woff2").mediaType()).isEqualTo("font/woff2");
    }

    @Test
    void aNamedLanguageIsKeptUnderItsFirstName() {
        ContentTraits traits =
                ContentDetection.detect("", text("int x;"), Optional.empty(), Optional.of("cpp"));

        assertThat(traits)
                .isEqualTo(
                        new ContentTraits("text/x-c++src", Optional.of("c++"), ArtifactKind.CODE));
        assertThat(ContentDetection.canonical("Objective-C")).isEqualTo("objective-c");
        assertThat(ContentDetection.canonical("klingon")).isEqualTo("klingon");
    }

    @Test
    void archivesAreArchives() {
        assertThat(detect("a.zip", ZIP).kind()).isEqualTo(ArtifactKind.ARCHIVE);
        assertThat(detect("tool-1.0.whl", ZIP))
                .isEqualTo(
                        new ContentTraits(
                                "application/x-wheel+zip", Optional.empty(), ArtifactKind.ARCHIVE));
    }

    @Test
    void emptyContentIsTextOfItsName() {
        assertThat(detect("empty.py", new byte[0]).language()).contains("python");
        assertThat(detect("", new byte[0]).mediaType()).isEqualTo("text/plain");
    }

    @Test
    void markupIsRecognisedWithoutAName() {
        assertThat(detect("", text("<!DOCTYPE html><html><body>x</body></html>")))
                .isEqualTo(new ContentTraits("text/html", Optional.of("html"), ArtifactKind.WEB));
        assertThat(detect("", text("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")).mediaType())
                .isEqualTo("image/svg+xml");
    }
}
