-- When a password was given to somebody who must change it: unused, it is good for some days. Null once they chose their own.
alter table app_user add column password_given_at timestamptz;
update app_user set password_given_at = now() where must_change_password;

-- Devices on which an account was signed in to with its password. Tokens of a device that is not here are not known any more.
create table known_device (
    user_id       uuid        not null references app_user on delete cascade,
    device        uuid        not null,
    name          text,
    address       text,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (user_id, device)
);
create index known_device_last_seen_at on known_device (last_seen_at);
