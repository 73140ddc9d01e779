-- Resumable uploads (tus): how far each is, who writes to it now, and what became of it.

create table resumable_upload (
    id           uuid primary key,
    owner_id     uuid        not null references app_user on delete cascade,
    length       bigint      not null check (length >= 0),
    received     bigint      not null default 0 check (received between 0 and length),
    file_name    text,
    title        text,
    description  text,
    kind         text,
    language     text,
    media_type   text,
    -- What the sender says the digest of the whole is.
    expected     text check (expected ~ '^[0-9a-f]{64}$'),
    -- Known once all is here; from then on the bytes may lie in the store already.
    sha256       text check (sha256 ~ '^[0-9a-f]{64}$'),
    artifact_id  uuid references artifact on delete set null,
    finished     boolean     not null default false,
    -- The request that writes now; a silent one loses it.
    writer       uuid,
    writer_until timestamptz,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null
);
create index resumable_upload_owner on resumable_upload (owner_id) where not finished;
create index resumable_upload_expiry on resumable_upload (expires_at);
