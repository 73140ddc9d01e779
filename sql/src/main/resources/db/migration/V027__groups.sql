-- An upload may be for a workspace other than the sender's own; it ends with it.

alter table resumable_upload
    add column workspace_id uuid references workspace on delete cascade;
create index resumable_upload_workspace on resumable_upload (workspace_id)
    where workspace_id is not null;

-- Imports are asked for by their workspace before one is deleted.
create index import_run_workspace on import_run (workspace_id);

-- Groups of users, made by administrators, to whom things can be granted.

create table user_group (
    id         uuid primary key,
    name       text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    revision   integer     not null default 0
);
create unique index user_group_name on user_group (lower(name));

create table group_member (
    group_id uuid        not null references user_group on delete cascade,
    user_id  uuid        not null references app_user on delete cascade,
    since    timestamptz not null,
    primary key (group_id, user_id)
);
create index group_member_user on group_member (user_id);

alter table artifact_grant drop constraint artifact_grant_grantee_kind_check;
alter table artifact_grant add constraint artifact_grant_grantee_kind_check
    check (grantee_kind in ('user', 'workspace', 'group'));
