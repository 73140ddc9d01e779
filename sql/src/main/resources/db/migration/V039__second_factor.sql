-- A second factor beside the password: the secret of one-time codes, sealed with the key in the file. Until it is confirmed by a first code,
-- nobody is asked for one. A code is good for its step of 30 seconds, and each step once.
create table second_factor (
    user_id      uuid        primary key references app_user on delete cascade,
    secret       bytea       not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

-- Codes on paper for who has lost the device, each good once. They are random, so a plain hash of them is kept.
create table recovery_code (
    user_id uuid not null references app_user on delete cascade,
    hash    text not null,
    used_at timestamptz,
    primary key (user_id, hash)
);

-- Whether a sign-in was opened with a password: whoever a provider vouched for is not asked for a second factor here.
alter table refresh_token add column with_password boolean not null default true;
update refresh_token set with_password = false where realm in ('oidc', 'saml');
