-- Imports, and the ledger that says of every item what it became.

create table import_run (
    id             uuid primary key,
    workspace_id   uuid        not null references workspace,
    user_id        uuid        not null references app_user,
    file_name      text        not null,
    sha256         text        not null references blob,
    size           bigint      not null,
    format         text,
    mode           text        not null check (mode in ('preview', 'import')),
    state          text        not null check (state in
                       ('uploaded', 'previewing', 'previewed', 'queued', 'running', 'completed', 'failed', 'stopped')),
    options        jsonb       not null default '{}',
    -- Progress is written in the transaction of the items it counts, so a restart goes on exactly there.
    position       bigint      not null default 0,
    ledger_rows    bigint      not null default 0,
    -- How often it was taken up without getting on: what kills its server each time is given up.
    attempts       integer     not null default 0,
    stop_requested boolean     not null default false,
    -- Read to its end once without a refusal, so that nothing half-done can come of it.
    checked        boolean     not null default false,
    bytes_read     bigint      not null default 0,
    counts         jsonb       not null default '{}',
    problem_code   text,
    problem_detail text,
    execution_id   bigint,
    created_at     timestamptz not null,
    queued_at      timestamptz,
    started_at     timestamptz,
    ended_at       timestamptz,
    revision       integer     not null default 0
);
create index import_run_listed on import_run (user_id, created_at desc, id desc);
create index import_run_unfinished on import_run (state) where state in ('previewing', 'queued', 'running');

create table import_item (
    import_id       uuid    not null references import_run on delete cascade,
    position        bigint  not null,
    item_key        text    not null,
    kind            text    not null check (kind in ('conversation', 'artifact', 'file', 'record')),
    title           text    not null,
    outcome         text    not null check (outcome in ('added', 'updated', 'unchanged', 'skipped', 'broken', 'unreadable')),
    reason          text,
    detail          text,
    conversation_id uuid,
    artifact_id     uuid,
    primary key (import_id, position)
);
create index import_item_outcome on import_item (import_id, outcome, position);

-- One row per job that is running somewhere; a row whose heartbeat stopped belongs to a server that died.
-- The claim is new each time the job is taken up: who holds another one must write no more.
create table job_lease (
    subject      uuid primary key,
    node         text        not null,
    claim        uuid        not null unique,
    execution_id bigint,
    heartbeat_at timestamptz not null
);
create index job_lease_heartbeat on job_lease (heartbeat_at);
