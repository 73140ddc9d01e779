-- Artifacts, their branches of immutable versions, and the blobs those point to.

create table blob (
    sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      not null check (size >= 0),
    created_at timestamptz not null default now()
);

create table conversation (
    id            uuid primary key,
    workspace_id  uuid        not null references workspace,
    title         text        not null,
    source        text        not null,
    source_id     text        not null,
    model         text,
    fingerprint   text,
    message_count integer     not null,
    created_at    timestamptz,
    updated_at    timestamptz,
    imported_at   timestamptz not null,
    changed_at    timestamptz not null,
    deleted_at    timestamptz,
    revision      integer     not null default 0,
    unique (workspace_id, source, source_id)
);
create index conversation_listed on conversation (workspace_id, changed_at desc, id desc) where deleted_at is null;

create table message (
    id              uuid primary key,
    conversation_id uuid    not null references conversation on delete cascade,
    source_id       text    not null,
    parent_source_id text,
    position        integer not null,
    sender          text    not null check (sender in ('human', 'assistant', 'system', 'tool')),
    model           text,
    body            text    not null,
    sent_at         timestamptz,
    on_active_path  boolean not null,
    hidden          boolean not null default false,
    unknown_blocks  jsonb,
    unique (conversation_id, source_id)
);
create index message_ordered on message (conversation_id, position);

create table artifact (
    id              uuid primary key,
    workspace_id    uuid        not null references workspace,
    owner_id        uuid        not null references app_user,
    title           text        not null,
    description     text        not null default '',
    kind            text        not null,
    language        text,
    media_type      text        not null,
    file_name       text        not null,
    source          text        not null,
    -- Where it stands in what it was imported from; the same key again is the same artifact.
    source_key      text,
    conversation_id uuid references conversation on delete set null,
    branch          text        not null default 'main',
    head_id         uuid,
    version_count   integer     not null default 0,
    size            bigint      not null default 0,
    sha256          text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    deleted_at      timestamptz,
    revision        integer     not null default 0
);
create unique index artifact_source_key on artifact (workspace_id, source_key) where source_key is not null;
create index artifact_updated on artifact (workspace_id, updated_at desc, id desc) where deleted_at is null;
create index artifact_created on artifact (workspace_id, created_at desc, id desc) where deleted_at is null;
create index artifact_title on artifact (workspace_id, lower(title), id) where deleted_at is null;
create index artifact_kind on artifact (workspace_id, kind, updated_at desc, id desc) where deleted_at is null;
create index artifact_language on artifact (workspace_id, language, updated_at desc, id desc) where deleted_at is null;
create index artifact_source on artifact (workspace_id, source, updated_at desc, id desc) where deleted_at is null;
create index artifact_conversation on artifact (conversation_id) where deleted_at is null;

create table artifact_version (
    id          uuid primary key,
    artifact_id uuid        not null references artifact on delete cascade,
    branch      text        not null,
    number      integer     not null check (number > 0),
    parent_id   uuid references artifact_version,
    -- The operation in the imported conversation that made it; the same key again is the same version.
    source_key  text,
    sha256      text        not null references blob,
    size        bigint      not null,
    title       text        not null,
    language    text,
    media_type  text        not null,
    author_id   uuid        not null references app_user,
    message_id  uuid references message on delete set null,
    model       text,
    origin_at   timestamptz,
    created_at  timestamptz not null,
    -- Why the change that should have made this version could not be applied; the bytes are the previous ones.
    problem     text,
    unique (artifact_id, branch, number)
);
create unique index artifact_version_source_key on artifact_version (artifact_id, source_key) where source_key is not null;
create index artifact_version_blob on artifact_version (sha256);
create index artifact_version_message on artifact_version (message_id);
create index artifact_version_parent on artifact_version (parent_id);

alter table artifact add constraint artifact_head foreign key (head_id) references artifact_version deferrable initially deferred;
