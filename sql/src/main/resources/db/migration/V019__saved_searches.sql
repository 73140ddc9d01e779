-- Search by fields, sizes and times; what is in an index compared with what should be.

create extension if not exists fuzzystrmatch;

alter table search_entry add column owner text;
alter table search_entry add column size bigint not null default 0;
alter table search_entry add column created_at timestamptz not null default now();
alter table search_entry add column title_key text not null default '';
-- Of everything the index should hold of the thing; another hash is another state of it.
alter table search_entry add column hash text not null default '';
-- The words of the file's name (weight A) and of the description (weight B) by themselves.
alter table search_entry add column named tsvector not null default '';
create index search_entry_named on search_entry using gin (named);
drop index search_entry_updated;
create index search_entry_newest on search_entry (updated_at desc, subject_id);

-- Entries have more in them now.
insert into outbox (reader, event, subject)
select 'search-postgresql', 'artifact.changed', id from artifact where deleted_at is null
union all
select 'search-postgresql', 'conversation.changed', id from conversation where deleted_at is null;

-- Work on the indexes that takes long: building one anew beside the one in use, or comparing them with the database.
create table search_job (
    id             uuid primary key,
    kind           text        not null check (kind in ('reindex', 'drift')),
    state          text        not null check (state in ('queued', 'running', 'completed', 'failed', 'stopped')),
    -- The mark of the index that is being built; null before there is one.
    mark           text,
    -- Everything up to this id is done; written in the transaction of each chunk, so a restart goes on exactly there.
    position       uuid,
    total          bigint      not null default 0,
    done           bigint      not null default 0,
    refused        bigint      not null default 0,
    stop_requested boolean     not null default false,
    -- How often it was taken up without getting on.
    attempts       integer     not null default 0,
    problem        text,
    user_id        uuid        not null references app_user,
    -- New each time the job is taken up: who holds another one must write no more.
    claim          uuid,
    heartbeat_at   timestamptz,
    created_at     timestamptz not null default now(),
    started_at     timestamptz,
    ended_at       timestamptz
);
create unique index search_job_one on search_job (kind) where state in ('queued', 'running');

-- What an index has in another way than the database.
create table search_drift (
    job_id     uuid not null references search_job on delete cascade,
    store      text not null check (store in ('elasticsearch', 'postgresql')),
    subject    uuid not null,
    difference text not null check (difference in ('missing', 'extra', 'different')),
    primary key (job_id, store, subject)
);

-- The mark the index has as soon as the alias leads to the one built anew.
alter table search_fill add column next_mark text;

-- What suggestions are taken from while somebody types, a few rows of each workspace.
create index artifact_title_begins on artifact (workspace_id, lower(title) text_pattern_ops) where deleted_at is null;
create index tag_begins on tag (workspace_id, name_key text_pattern_ops);

-- The words there are, by which those that were meant are found when none is as it was typed.
create table search_word (word text primary key);
create index search_word_like on search_word (left(word, 1), length(word));

-- Searches somebody keeps under a name; nobody else sees them.
create table saved_search (
    id         uuid primary key,
    user_id    uuid        not null references app_user on delete cascade,
    name       text        not null check (length(name) between 1 and 100),
    query      jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    revision   integer     not null default 0
);
create unique index saved_search_name on saved_search (user_id, lower(name));
