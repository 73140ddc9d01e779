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
    id             uuid        primary key,
    realm          text        not null check (realm in ('ldap', 'oidc', 'saml')),
    group_name     text        not null,
    -- A role in the product, or a place in a workspace.
    role           text        check (role in ('admin', 'auditor', 'user')),
    workspace_id   uuid        references workspace on delete cascade,
    workspace_role text        check (workspace_role in ('admin', 'editor', 'viewer')),
    created_at     timestamptz not null,
    check ((role is null) = (workspace_id is not null) and (workspace_id is null) = (workspace_role is null)),
    unique nulls not distinct (realm, group_name, role, workspace_id)
);
create index group_mapping_workspace on group_mapping (workspace_id) where workspace_id is not null;

-- Whose groups put the member there; null for whom people invited.
alter table membership add column realm text;

-- Which realm a sign-in came through; null for an account's own password.
alter table refresh_token add column realm text;
