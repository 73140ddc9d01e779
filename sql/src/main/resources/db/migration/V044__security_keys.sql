-- Security keys and passkeys, a second factor beside one-time codes. Only public keys are here: whoever reads them signs nothing.
create table security_key (
    id              uuid        primary key,
    user_id         uuid        not null references app_user on delete cascade,
    credential      bytea       not null unique,
    public_key      bytea       not null,
    model           uuid        not null,
    sign_count      bigint      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    transports      text        not null,
    name            text        not null,
    added_at        timestamptz not null,
    last_used_at    timestamptz
);
create index security_key_user on security_key (user_id);

-- What a key is to sign: for one account and one purpose, once, and for some minutes.
create table key_challenge (
    challenge  bytea       primary key,
    user_id    uuid        not null references app_user on delete cascade,
    purpose    text        not null,
    expires_at timestamptz not null
);
create index key_challenge_user on key_challenge (user_id);
create index key_challenge_end on key_challenge (expires_at);
