-- When the sign-in of a refresh token began: its first token is removed long before a sign-in in use is over.
alter table refresh_token add column started_at timestamptz;
update refresh_token set started_at = first.at
from (select family, min(created_at) as at from refresh_token group by family) first
where first.family = refresh_token.family;
alter table refresh_token alter column started_at set not null;

-- Attempts to sign in that failed one after the other, by account (a hash of the name as typed, so that it does not
-- tell who exists), by address, and by device known to an account.
create table sign_in_failure (
    lane     text primary key,
    failures integer     not null,
    last_at  timestamptz not null
);
create index sign_in_failure_last_at on sign_in_failure (last_at);

-- A way back in for who forgot their password: one link at a time, good for half an hour and one use. Only the
-- hash of what stands in the link is kept.
create table password_reset (
    user_id    uuid primary key references app_user on delete cascade,
    token_hash text        not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_reset_expires_at on password_reset (expires_at);

-- Keys that sign access tokens after the one in the file, sealed with it; a row without a key is about the file's own.
create table signing_key (
    kid            text primary key,
    root           text        not null,
    sealed         bytea,
    signs_from     timestamptz not null,
    accepted_until timestamptz
);
