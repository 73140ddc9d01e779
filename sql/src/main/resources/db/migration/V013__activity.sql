-- What browser extensions capture, and what people did.

alter table artifact add column origin_url text;

-- Each content that was captured, by its reader's name for it; the same again is the same artifact.
create table captured (
    user_id      uuid        not null references app_user on delete cascade,
    conversation text        not null,
    sha256       text        not null,
    -- Of the normalised content, in bytes; what grows begins with all of them.
    size         bigint      not null,
    title        text        not null,
    position     integer     not null,
    -- Kept when the artifact goes for good: what somebody threw away must not come back by itself.
    artifact_id  uuid references artifact on delete set null,
    captured_at  timestamptz not null default now(),
    primary key (user_id, conversation, sha256)
);
create index captured_artifact on captured (artifact_id);

create index import_run_everybody on import_run (created_at desc, id desc);

alter table outbox add column actor uuid;

create table activity (
    id           uuid primary key,
    workspace_id uuid        not null references workspace on delete cascade,
    actor_id     uuid        not null references app_user on delete cascade,
    verb         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    title        text        not null,
    at           timestamptz not null,
    details      jsonb       not null default '{}',
    -- The first of those that a list shows as one line; it holds their number and the last one's time.
    burst        uuid        not null,
    occurrences  integer     not null default 1,
    until        timestamptz not null
);
create index activity_listed on activity (workspace_id, at desc, id desc) where id = burst;
create index activity_actor on activity (actor_id, at desc, id desc) where id = burst;
create index activity_subject on activity (subject_id, burst);
