-- A workspace is where artifacts and conversations live; every user has a personal one.

create table workspace (
    id         uuid primary key,
    name       text        not null,
    personal   boolean     not null,
    owner_id   uuid        not null references app_user,
    created_at timestamptz not null
);
create unique index workspace_personal on workspace (owner_id) where personal;

create table membership (
    workspace_id uuid        not null references workspace on delete cascade,
    user_id      uuid        not null references app_user on delete cascade,
    role         text        not null check (role in ('owner', 'admin', 'editor', 'viewer')),
    since        timestamptz not null,
    primary key (workspace_id, user_id)
);
create index membership_user on membership (user_id);
