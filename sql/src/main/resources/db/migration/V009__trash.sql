-- The life of artifacts: trash, collected blobs, labels and checks of versions, duplicates.

alter table artifact add column deleted_by uuid references app_user;
-- When the trash lets go of it; emptying the trash brings this forward.
alter table artifact add column purge_at timestamptz;
update artifact set deleted_by = owner_id, purge_at = now() + interval '30 days' where deleted_at is not null;
alter table artifact add constraint artifact_in_trash check ((deleted_at is null) = (purge_at is null));
create index artifact_trash on artifact (workspace_id, deleted_at desc, id desc) where deleted_at is not null;
create index artifact_expired on artifact (purge_at) where deleted_at is not null;
create index artifact_trash_content on artifact (workspace_id, sha256) where deleted_at is not null;
create index artifact_content on artifact (workspace_id, sha256) where deleted_at is null;

-- What was purged stays known under its place in an export, so that importing it again does not bring it back.
create table purged_source_key (
    workspace_id uuid        not null references workspace on delete cascade,
    source_key   text        not null,
    artifact_id  uuid        not null,
    title        text        not null,
    purged_at    timestamptz not null default now(),
    primary key (workspace_id, source_key)
);

-- Touched by everyone who is about to refer to the blob; the collector takes only what nobody touched for long.
alter table blob add column claimed_at timestamptz not null default now();
create index blob_claimed on blob (claimed_at);
create index import_run_blob on import_run (sha256);

alter table artifact_version add column label text check (length(label) between 1 and 100);
-- What the last check of the stored content found; null while there was none.
alter table artifact_version add column integrity text check (integrity in ('ok', 'missing', 'corrupt'));
alter table artifact_version add column verified_at timestamptz;
alter table artifact_version add column revision integer not null default 0;

-- Texts that are nearly alike. A group keeps the signature of the text that founded it, and is found by its bands.
create table near_group (
    id           uuid primary key,
    workspace_id uuid  not null references workspace on delete cascade,
    signature    bytea not null
);
create table near_group_band (
    workspace_id uuid     not null,
    band         smallint not null,
    hash         bigint   not null,
    group_id     uuid     not null references near_group on delete cascade,
    primary key (workspace_id, band, hash, group_id)
);
create index near_group_band_group on near_group_band (group_id);
-- Kept beyond its artifact until the reader of the outbox has seen that it is gone, and leaves no empty group.
create table near_text (
    artifact_id  uuid primary key,
    workspace_id uuid    not null,
    group_id     uuid references near_group on delete set null,
    sha256       text    not null,
    similarity   real
);
create index near_text_group on near_text (workspace_id, group_id) where group_id is not null;
create index near_text_member on near_text (group_id);

insert into outbox (reader, event, subject)
    select 'similarity', 'artifact.changed', id from artifact where deleted_at is null;
