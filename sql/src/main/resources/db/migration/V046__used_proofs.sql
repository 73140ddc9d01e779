-- Proofs (RFC 9449) that came with access tokens of the provider, each good once. Nobody needs one longer than it is good, so
-- the table is lost when the database crashes; what is unlogged is written without waiting for the disk.
create unlogged table used_proof (
    id         text        primary key,
    expires_at timestamptz not null
);
create index used_proof_end on used_proof (expires_at);
