-- When somebody last came with a new access token of their provider; noted in the audit log once a day.
alter table realm_identity add column token_used_at timestamptz;

-- When it was last seen that whoever reads the address is who uses the account; null for an address somebody typed.
alter table app_user add column email_confirmed_at timestamptz;
-- To which address the link went.
alter table password_reset add column address text;

-- An offer to somebody who waits, sent to the confirmed address of the account: one at a time, good for half an hour
-- and one use, for this person and this account alone. Only the hash of what stands in the link is kept.
create table realm_link (
    identity_id uuid        primary key references realm_identity on delete cascade,
    user_id     uuid        not null references app_user on delete cascade,
    address     text        not null,
    token_hash  text        not null unique,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index realm_link_expires_at on realm_link (expires_at);
create index realm_link_user on realm_link (user_id);
