-- People and groups as the provider of a realm tells of them by itself (SCIM 2.0).

-- When the provider said that they left; null for those it did not say so of, whoever shut their account.
alter table realm_identity add column left_at timestamptz;
-- The groups it told of by itself, beside those of the last sign-in.
alter table realm_identity add column provided_groups text[] not null default '{}';

create table scim_user (
    id          uuid        primary key,
    identity_id uuid        not null unique references realm_identity on delete cascade,
    realm       text        not null check (realm in ('ldap', 'oidc', 'saml')),
    external_id text        not null,
    user_name   text        not null,
    -- In small letters, to be found by.
    emails      text[]      not null default '{}',
    -- What is kept of the document beside these: names, addresses with their types.
    document    text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create unique index scim_user_external on scim_user (realm, external_id);
create unique index scim_user_name on scim_user (realm, lower(user_name));
create index scim_user_email on scim_user using gin (emails);

create table scim_group (
    id           uuid        primary key,
    realm        text        not null check (realm in ('ldap', 'oidc', 'saml')),
    display_name text        not null,
    external_id  text,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create unique index scim_group_name on scim_group (realm, lower(display_name));
create unique index scim_group_external on scim_group (realm, external_id);

create table scim_group_member (
    group_id uuid not null references scim_group on delete cascade,
    user_id  uuid not null references scim_user on delete cascade,
    primary key (group_id, user_id)
);
create index scim_group_member_user on scim_group_member (user_id);
