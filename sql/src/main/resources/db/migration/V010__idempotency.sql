-- Answers to requests that named themselves with an Idempotency-Key, so that sending one again does
-- nothing again. Kept for a day.

create table idempotency_key (
    user_id     uuid        not null references app_user on delete cascade,
    key         text        not null check (length(key) between 8 and 128),
    request     text        not null,
    state       text        not null check (state in ('working', 'done')),
    fingerprint bytea,
    body_size   bigint,
    status      integer,
    headers     jsonb,
    body        bytea,
    created_at  timestamptz not null,
    primary key (user_id, key),
    check (state = 'working' or (fingerprint is not null and body_size is not null
        and status is not null and headers is not null and body is not null))
);
create index idempotency_key_created on idempotency_key (created_at);
