-- How far an index outside of the database is filled. The index carries the same mark; where the two
-- differ it is not the one that was filled, and is made anew.

create table search_fill (
    reader     text primary key,
    mark       text        not null,
    -- Rows of the outbox up to this one fill the index; null once they are read.
    until_id   bigint,
    marked_at  timestamptz not null default now(),
    -- When the index was last made anew because it held another number of documents than it should.
    counted_at timestamptz
);

-- Entries are made of plain words now.
insert into outbox (reader, event, subject)
select 'search-postgresql', 'artifact.changed', id from artifact where deleted_at is null
union all
select 'search-postgresql', 'conversation.changed', id from conversation where deleted_at is null;
