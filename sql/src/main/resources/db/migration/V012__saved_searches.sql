-- Search by fields, sizes and times; what is in an index compared with what should be.

create extension if not exists fuzzystrmatch;

alter table search_entry add column owner text;
alter table search_entry add column size bigint not null default 0;
alter table search_entry add column created_at timestamptz not null default now();
alter table search_entry add column title_key text not null default '';
-- Of everything the index should hold of the thing; another hash is another state of it.
alter table search_entry add column hash text not null default '';
-- The words of the file's name (weight A) and of the description (weight B) by themselves.
alter table search_entry add column named tsvector not null default '';
create index search_entry_named on search_entry using gin (named);
drop index search_entry_updated;
create index search_entry_newest on search_entry (updated_at desc, subject_id);

-- Entries have more in them now.
insert into outbox (reader, event, subject)
select 'search-postgresql', 'artifact.changed', id from artifact where deleted_at is null
union all
select 'search-postgresql', 'conversation.changed', id from conversation where deleted_at is null;
