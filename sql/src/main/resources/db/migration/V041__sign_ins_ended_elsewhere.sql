-- By what the realm knows a sign-in it vouched for: whoever signed in, and the sign-in itself. By these it says that one is over.
alter table refresh_token
    add column realm_subject text,
    add column realm_session text;
create index refresh_token_realm_subject on refresh_token (realm_subject) where realm_subject is not null and revoked_at is null;
create index refresh_token_realm_session on refresh_token (realm_session) where realm_session is not null and revoked_at is null;

-- What a realm said once, so that nobody says it again for it. Each is forgotten when it is over.
create table realm_message (
    id         text        primary key,
    expires_at timestamptz not null
);
create index realm_message_end on realm_message (expires_at);
