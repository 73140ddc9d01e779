-- Rules of age, and what each of their runs did.
create table retention_rule (
    id           uuid primary key,
    -- Null for a rule of all workspaces.
    workspace_id uuid references workspace on delete cascade,
    name         text        not null,
    after_days   integer     not null check (after_days between 1 and 36500),
    kind         text,
    -- The key of a tag, in whatever workspace.
    tag          text,
    -- Refer to nothing: a rule of a folder that is gone concerns nothing, instead of everything.
    category_id  uuid,
    folder_id    uuid,
    action       text        not null check (action in ('trash', 'purge')),
    enabled      boolean     not null,
    next_run_at  timestamptz not null,
    made_by      uuid        not null references app_user,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    revision     integer     not null
);
create index retention_rule_due on retention_rule (next_run_at) where enabled;
create index retention_rule_workspace on retention_rule (workspace_id);

create table retention_run (
    id             uuid primary key,
    rule_id        uuid references retention_rule on delete set null,
    -- What the rule was when the run began: a rule that is changed ends its runs.
    rule_revision  integer     not null,
    rule_name      text        not null,
    action         text        not null,
    arrived_before timestamptz not null,
    state          text        not null check (state in ('queued', 'running', 'completed', 'failed', 'stopped')),
    -- Everything up to this id is done; written in the transaction of each chunk, so a restart goes on exactly there.
    position       uuid,
    total          bigint      not null default 0,
    done           bigint      not null default 0,
    removed        bigint      not null default 0,
    held           bigint      not null default 0,
    bytes          bigint      not null default 0,
    stop_requested boolean     not null default false,
    -- How often it was taken up without getting on.
    attempts       integer     not null default 0,
    problem        text,
    user_id        uuid        not null references app_user,
    -- New each time the run is taken up: who holds another one must write no more.
    claim          uuid,
    heartbeat_at   timestamptz,
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz
);
create unique index retention_run_one on retention_run (rule_id) where state in ('queued', 'running');
create index retention_run_listed on retention_run (created_at desc, id desc);
create index retention_run_rule on retention_run (rule_id, created_at desc);

-- What a run did with each artifact.
create table retention_item (
    run_id      uuid not null references retention_run on delete cascade,
    artifact_id uuid not null,
    outcome     text not null check (outcome in ('trashed', 'purged', 'held')),
    primary key (run_id, artifact_id)
);
