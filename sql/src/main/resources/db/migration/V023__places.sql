-- Workspaces that people make and share, and invitations into them.

alter table workspace add column description text not null default '';
alter table workspace add column archived_at timestamptz;
alter table workspace add column updated_at timestamptz not null default now();
update workspace set updated_at = created_at;
alter table workspace add column revision integer not null default 0;

create table invitation (
    id           uuid primary key,
    workspace_id uuid        not null references workspace on delete cascade,
    user_id      uuid        not null references app_user on delete cascade,
    role         text        not null check (role in ('owner', 'admin', 'editor', 'viewer')),
    invited_by   uuid        not null references app_user,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    -- A new invitation takes the place of the one before.
    unique (workspace_id, user_id)
);
create index invitation_user on invitation (user_id);
create index invitation_invited_by on invitation (invited_by);
