-- Links that open one artifact to whoever has them. Only the hash of the secret in the link is kept; a link that is
-- revoked is removed, and what became of it stands in the audit log.
create table share_link (
    id               uuid primary key,
    artifact_id      uuid        not null references artifact on delete cascade,
    -- The version it shows; null for the current one, whichever that is
    version_id       uuid references artifact_version on delete cascade,
    creator_id       uuid        not null references app_user,
    name             text        not null,
    prefix           text        not null,
    token_hash       text        not null unique,
    password_hash    text,
    -- Counts its passwords: a ticket is over with the password it was given for
    password_version integer     not null default 0,
    max_downloads    integer check (max_downloads > 0),
    downloads        bigint      not null default 0,
    last_download_at timestamptz,
    -- The day the audit log was last told that it was used
    opened_on        date,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    expires_at       timestamptz not null,
    revision         integer     not null
);
create index share_link_artifact on share_link (artifact_id, id);
create index share_link_version on share_link (version_id) where version_id is not null;
create index share_link_creator on share_link (creator_id);
