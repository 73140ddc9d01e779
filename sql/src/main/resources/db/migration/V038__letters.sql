-- Mail that tells people what happened to their account: it waits here until the mail server has taken it, and stays for some weeks, by which
-- nobody is told the same thing time and again. No letter holds a secret.
create table letter (
    id         uuid        primary key,
    user_id    uuid        not null references app_user on delete cascade,
    kind       text        not null,
    address    text        not null,
    -- The name of what it is about, if it has one.
    about      text,
    -- The id of what it is about, if it is told once.
    subject    uuid,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index letter_user on letter (user_id, kind, created_at);
create index letter_created_at on letter (created_at);
create unique index letter_once on letter (kind, subject) where subject is not null;
-- Tokens about to end are looked for all the time.
create index personal_token_end on personal_token (expires_at) where revoked_at is null and expires_at is not null;

-- An invitation goes to a user, or to an address: then whoever has the link in the mail makes it theirs, once.
alter table invitation
    alter column user_id drop not null,
    add column email text,
    add column token_hash text,
    add constraint invitation_for_somebody check (user_id is not null or email is not null),
    add constraint invitation_link check (token_hash is null or (email is not null and user_id is null));
create unique index invitation_email on invitation (workspace_id, lower(email)) where email is not null and user_id is null;
create unique index invitation_token on invitation (token_hash) where token_hash is not null;
