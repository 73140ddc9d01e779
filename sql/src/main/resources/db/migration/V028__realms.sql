-- People who sign in through a realm elsewhere: a directory, OpenID Connect, SAML.

create table realm_identity (
    id            uuid        primary key,
    realm         text        not null check (realm in ('ldap', 'oidc', 'saml')),
    -- What the realm calls them for ever; names and addresses change and are given to others.
    subject       text        not null,
    -- Null while an account of that name or address waits for an administrator to link it.
    user_id       uuid        references app_user on delete cascade,
    username      text        not null,
    display_name  text,
    email         text,
    groups        text[]      not null default '{}',
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    unique (realm, subject),
    unique (user_id, realm)
);
create index realm_identity_waiting on realm_identity (first_seen_at) where user_id is null;

create table group_mapping (
    id           uuid        primary key,
    realm        text        not null check (realm in ('ldap', 'oidc', 'saml')),
    group_name   text        not null,
    role         text        not null check (role in ('admin', 'auditor', 'user')),
    created_at   timestamptz not null,
    unique (realm, group_name, role)
);

-- Which realm a sign-in came through; null for an account's own password.
alter table refresh_token add column realm text;
