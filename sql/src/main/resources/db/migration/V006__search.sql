-- PostgreSQL's own full text, which answers when Elasticsearch is away.

create table search_entry (
    subject_id      uuid primary key,
    type            text        not null check (type in ('artifact', 'conversation')),
    readers         text[]      not null,
    title           text        not null,
    body            text        not null,
    kind            text,
    language        text,
    source          text        not null,
    conversation_id uuid,
    updated_at      timestamptz not null,
    words           tsvector    not null
);
create index search_entry_words on search_entry using gin (words);
create index search_entry_readers on search_entry using gin (readers);
create index search_entry_updated on search_entry (updated_at desc);
