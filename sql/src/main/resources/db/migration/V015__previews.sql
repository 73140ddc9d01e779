-- What was made of contents: previews, and the words of documents that are no text. Anything here can be made again.
-- Kept here and not in the blob store, which holds what people gave us, and because the database packs long values by itself.

create table preview (
    sha256        text        not null references blob on delete cascade,
    kind          text        not null,
    state         text        not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed')),
    -- What the content is, for whoever makes the preview.
    source_type   text        not null,
    -- Somebody asked for it, and is waiting.
    urgent        boolean     not null default false,
    media_type    text,
    body          bytea,
    error         text,
    attempts      int         not null default 0,
    -- Whoever makes it has it until then; after that another may.
    claimed_until timestamptz not null default '-infinity',
    maker_version int         not null,
    asked_at      timestamptz not null default now(),
    made_at       timestamptz,
    primary key (sha256, kind),
    check ((state = 'ready') = (body is not null)),
    check ((state = 'failed') = (error is not null))
);
create index preview_waiting on preview (urgent desc, asked_at) where state in ('waiting', 'making');
