-- People, what they sign in with, and what they did.

create table app_user (
    id                   uuid primary key,
    username             text        not null,
    display_name         text        not null,
    email                text,
    password_hash        text,
    must_change_password boolean     not null default false,
    active               boolean     not null default true,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    revision             integer     not null default 0
);
create unique index app_user_username on app_user (lower(username));
create unique index app_user_email on app_user (lower(email)) where email is not null;

create table user_role (
    user_id uuid not null references app_user on delete cascade,
    role    text not null check (role in ('admin', 'auditor', 'user')),
    primary key (user_id, role)
);

-- Only hashes of secrets are kept: a stolen table signs nobody in.
create table refresh_token (
    id         uuid primary key,
    user_id    uuid        not null references app_user on delete cascade,
    family     uuid        not null,
    token_hash text        not null unique,
    device     text,
    address    text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    spent_at   timestamptz,
    revoked_at timestamptz
);
create index refresh_token_family on refresh_token (family);
create index refresh_token_user on refresh_token (user_id);

create table personal_token (
    id           uuid primary key,
    user_id      uuid        not null references app_user on delete cascade,
    name         text        not null,
    prefix       text        not null,
    token_hash   text        not null unique,
    scopes       text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index personal_token_user on personal_token (user_id);

create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_id   uuid,
    action     text        not null,
    subject    text,
    address    text,
    detail     jsonb       not null default '{}'
);
create index audit_entry_at on audit_entry (at);
