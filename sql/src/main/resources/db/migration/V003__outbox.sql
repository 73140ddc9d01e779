-- Transactional outbox: one row per event and reader, deleted when that reader has read it.

create table outbox (
    id         bigint generated always as identity primary key,
    reader     text        not null,
    event      text        not null,
    subject    uuid        not null,
    payload    jsonb       not null default '{}',
    created_at timestamptz not null default now(),
    not_before timestamptz not null default now(),
    attempts   integer     not null default 0,
    last_error text,
    parked_at  timestamptz
);
create index outbox_due on outbox (reader, id) where parked_at is null;
