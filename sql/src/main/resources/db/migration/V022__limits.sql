-- Counts of attempts to sign in, for all nodes together. Of interest for two minutes, so nothing is lost with
-- the log of the database that is not written for it.
create unlogged table rate_bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index rate_bucket_expires_at on rate_bucket (expires_at);
