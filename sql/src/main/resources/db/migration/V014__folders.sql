-- The everyday order of a library: folders, categories, tags, favourites, what was opened lately, properties.

create table folder (
    id           uuid primary key,
    workspace_id uuid        not null references workspace,
    parent_id    uuid,
    name         text        not null,
    -- The name as names are compared: whatever the case.
    name_key     text        not null,
    -- The ids from the top down to this folder, each followed by a slash: what lies below begins with it.
    trail        text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    revision     integer     not null default 0,
    unique (id, workspace_id),
    foreign key (parent_id, workspace_id) references folder (id, workspace_id),
    check (parent_id <> id)
);
create unique index folder_name on folder (workspace_id, parent_id, name_key) nulls not distinct;
create index folder_parent on folder (parent_id);
create index folder_trail on folder (workspace_id, trail text_pattern_ops);

create table category (
    id           uuid primary key,
    -- Null for those built in, which everybody has.
    workspace_id uuid references workspace,
    name         text        not null,
    name_key     text        not null,
    colour       text        not null check (colour ~ '^#[0-9a-f]{6}$'),
    extensions   text[]      not null default '{}',
    patterns     text[]      not null default '{}',
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    revision     integer     not null default 0
);
create unique index category_name on category (workspace_id, name_key) nulls not distinct;

insert into category (id, name, name_key, colour, extensions) values
    ('01000000-0000-7000-8000-000000000001', 'Code', 'code', '#2563eb', '{py,pyi,js,mjs,cjs,jsx,ts,tsx,java,kt,kts,scala,groovy,c,h,cc,cpp,cxx,hpp,cs,fs,go,rs,rb,php,swift,m,mm,r,jl,lua,pl,pm,dart,ex,exs,erl,hs,clj,lisp,el,vb,pas,asm,s,sol,zig,nim,v,vue,svelte,sql,graphql,proto,wat}'),
    ('01000000-0000-7000-8000-000000000002', 'Scripts', 'scripts', '#0f766e', '{sh,bash,zsh,fish,ps1,psm1,bat,cmd,awk,sed,mk,cmake,gradle,dockerfile}'),
    ('01000000-0000-7000-8000-000000000003', 'Web pages', 'web pages', '#ea580c', '{html,htm,xhtml,css,scss,sass,less}'),
    ('01000000-0000-7000-8000-000000000004', 'Documents', 'documents', '#7c3aed', '{md,markdown,txt,text,rst,adoc,asciidoc,tex,rtf,doc,docx,odt,pages,pdf,epub,org,log}'),
    ('01000000-0000-7000-8000-000000000005', 'Spreadsheets', 'spreadsheets', '#16a34a', '{xls,xlsx,xlsm,ods,csv,tsv,numbers}'),
    ('01000000-0000-7000-8000-000000000006', 'Presentations', 'presentations', '#db2777', '{ppt,pptx,odp,key}'),
    ('01000000-0000-7000-8000-000000000007', 'Data', 'data', '#0891b2', '{json,jsonl,ndjson,xml,yaml,yml,parquet,avro,arrow,feather,sqlite,db,geojson,npy,npz,hdf5,h5}'),
    ('01000000-0000-7000-8000-000000000008', 'Configuration', 'configuration', '#64748b', '{toml,ini,cfg,conf,properties,env,editorconfig,gitignore,lock,plist,tf,tfvars,hcl,nix}'),
    ('01000000-0000-7000-8000-000000000009', 'Notebooks', 'notebooks', '#d97706', '{ipynb,rmd,qmd}'),
    ('01000000-0000-7000-8000-00000000000a', 'Images', 'images', '#c026d3', '{png,jpg,jpeg,gif,webp,bmp,tif,tiff,ico,heic,avif,psd,xcf}'),
    ('01000000-0000-7000-8000-00000000000b', 'Diagrams', 'diagrams', '#4f46e5', '{svg,mermaid,mmd,dot,gv,puml,plantuml,drawio,vsdx,excalidraw}'),
    ('01000000-0000-7000-8000-00000000000c', 'Audio', 'audio', '#9333ea', '{mp3,wav,flac,ogg,oga,opus,m4a,aac,mid,midi}'),
    ('01000000-0000-7000-8000-00000000000d', 'Video', 'video', '#dc2626', '{mp4,m4v,mkv,webm,mov,avi,wmv,mpg,mpeg}'),
    ('01000000-0000-7000-8000-00000000000e', 'Archives', 'archives', '#a16207', '{zip,tar,gz,tgz,bz2,xz,zst,7z,rar,jar,war,ear}'),
    ('01000000-0000-7000-8000-00000000000f', 'Fonts', 'fonts', '#475569', '{ttf,otf,woff,woff2,eot}');

create table tag (
    id           uuid primary key,
    workspace_id uuid        not null references workspace,
    name         text        not null,
    name_key     text        not null,
    created_at   timestamptz not null,
    revision     integer     not null default 0,
    unique (workspace_id, name_key)
);

create table artifact_tag (
    artifact_id uuid not null references artifact on delete cascade,
    tag_id      uuid not null references tag on delete cascade,
    primary key (artifact_id, tag_id)
);
create index artifact_tag_tag on artifact_tag (tag_id, artifact_id);

create table favourite (
    user_id     uuid        not null references app_user on delete cascade,
    artifact_id uuid        not null references artifact on delete cascade,
    created_at  timestamptz not null default now(),
    primary key (user_id, artifact_id)
);
create index favourite_artifact on favourite (artifact_id);

create table recent_artifact (
    user_id     uuid        not null references app_user on delete cascade,
    artifact_id uuid        not null references artifact on delete cascade,
    opened_at   timestamptz not null,
    primary key (user_id, artifact_id)
);
create index recent_artifact_listed on recent_artifact (user_id, opened_at desc, artifact_id desc);
create index recent_artifact_artifact on recent_artifact (artifact_id);

alter table artifact add column folder_id uuid;
alter table artifact add column category_id uuid references category;
alter table artifact add column properties jsonb not null default '{}';
-- A folder of another workspace cannot be referred to, whatever a program asks for.
alter table artifact add constraint artifact_folder foreign key (folder_id, workspace_id) references folder (id, workspace_id);
update artifact a set category_id = c.id
    from category c where a.file_name ~ '.\.[^.]+$' and lower(substring(a.file_name from '[^.]+$')) = any(c.extensions);
create index artifact_in_folder on artifact (folder_id, updated_at desc, id desc) where deleted_at is null;
create index artifact_in_category on artifact (category_id, workspace_id, updated_at desc, id desc) where deleted_at is null;
create index artifact_properties on artifact using gin (properties jsonb_path_ops);

alter table search_entry add column tags text[] not null default '{}';
alter table search_entry add column category_id uuid;
-- The folder and all those above it.
alter table search_entry add column folders uuid[] not null default '{}';
update search_entry e set category_id = a.category_id from artifact a where a.id = e.subject_id;
