-- Legal holds: who may not let go of what, and why. A hold that was released stays as a record.
create table legal_hold (
    id             uuid primary key,
    name           text        not null,
    reason         text        not null,
    subject_kind   text        not null check (subject_kind in ('artifact', 'folder', 'workspace', 'user')),
    -- Refers to nothing: the record outlives what it was about.
    subject_id     uuid        not null,
    placed_by      uuid        not null references app_user,
    placed_at      timestamptz not null,
    released_by    uuid references app_user,
    released_at    timestamptz,
    release_reason text,
    revision       integer     not null,
    check (num_nulls(released_by, released_at, release_reason) in (0, 3))
);
create index legal_hold_active on legal_hold (subject_kind, subject_id) where released_at is null;

-- What left the place that held it: a hold goes along.
create table legal_hold_follower (
    hold_id     uuid not null references legal_hold,
    artifact_id uuid not null,
    primary key (hold_id, artifact_id)
);
create index legal_hold_follower_artifact on legal_hold_follower (artifact_id);

-- Each artifact under each of its holds; one may be there twice. Costs next to nothing while nothing is held.
create view held_artifact (hold_id, name, artifact_id) as
    select h.id, h.name, a.id from legal_hold h
        join artifact a on a.id = h.subject_id
        where h.released_at is null and h.subject_kind = 'artifact'
    union all
    select h.id, h.name, a.id from legal_hold h
        join folder top on top.id = h.subject_id
        join folder f on f.workspace_id = top.workspace_id and starts_with(f.trail, top.trail)
        join artifact a on a.folder_id = f.id
        where h.released_at is null and h.subject_kind = 'folder'
    union all
    select h.id, h.name, a.id from legal_hold h
        join artifact a on a.workspace_id = h.subject_id
        where h.released_at is null and h.subject_kind = 'workspace'
    union all
    select h.id, h.name, a.id from legal_hold h
        join artifact a on a.owner_id = h.subject_id
        where h.released_at is null and h.subject_kind = 'user'
    union all
    select h.id, h.name, a.id from legal_hold h
        join workspace w on w.owner_id = h.subject_id and w.personal
        join artifact a on a.workspace_id = w.id
        where h.released_at is null and h.subject_kind = 'user'
    union all
    select h.id, h.name, x.artifact_id from legal_hold h
        join legal_hold_follower x on x.hold_id = h.id
        where h.released_at is null;

-- The same for conversations: those of a held workspace, and those a held artifact came from.
create view held_conversation (hold_id, name, conversation_id) as
    select h.id, h.name, c.id from legal_hold h
        join conversation c on c.workspace_id = h.subject_id
        where h.released_at is null and h.subject_kind = 'workspace'
    union all
    select h.id, h.name, c.id from legal_hold h
        join workspace w on w.owner_id = h.subject_id and w.personal
        join conversation c on c.workspace_id = w.id
        where h.released_at is null and h.subject_kind = 'user'
    union all
    select x.hold_id, x.name, a.conversation_id from artifact a
        join held_artifact x on x.artifact_id = a.id
        where a.conversation_id is not null;

-- Who removes something shares this until the transaction ends; who places a hold has it alone. So nothing is removed by
-- somebody who asked before the hold was there.
create function respect_holds() returns void language sql volatile as $$
    select pg_advisory_xact_lock_shared(hashtextextended('legal-hold', 0))
$$;

-- Does not stand in line: those who come behind it would wait holding rows that those before it may need. False if
-- something is removed without a pause for half a minute.
create function await_removals() returns boolean language plpgsql volatile as $$
declare
    deadline constant timestamptz := clock_timestamp() + interval '30 seconds';
begin
    while not pg_try_advisory_xact_lock(hashtextextended('legal-hold', 0)) loop
        if clock_timestamp() > deadline then
            return false;
        end if;
        perform pg_sleep(0.01);
    end loop;
    return true;
end
$$;

-- Which of the artifacts are held. Each statement in a volatile function sees what was there when it began, so the second
-- one sees a hold the first one waited for.
create function held_among(ids uuid[]) returns table (held_id uuid, hold_name text) language plpgsql volatile as $$
begin
    perform respect_holds();
    return query
        select h.artifact_id, min(h.name) from held_artifact h where h.artifact_id = any(ids) group by h.artifact_id;
end
$$;

create function hold_on_conversation(conversation uuid) returns text language plpgsql volatile as $$
begin
    perform respect_holds();
    return (select min(h.name) from held_conversation h where h.conversation_id = conversation);
end
$$;

-- A hold that names one of these, or something that holds them together: a folder, a workspace, a user.
create function hold_named(ids uuid[]) returns text language plpgsql volatile as $$
begin
    perform respect_holds();
    return (select min(h.name) from legal_hold h where h.released_at is null and h.subject_id = any(ids));
end
$$;

-- The last word on every way to remove something, whoever wrote it.
create function keep_held() returns trigger language plpgsql as $$
declare
    held boolean;
begin
    held := case tg_table_name
        when 'artifact' then exists (select from held_among(array[old.id]))
        when 'conversation' then hold_on_conversation(old.id) is not null
        else hold_named(array[old.id]) is not null
    end;
    if held then
        raise exception 'The % % is under a legal hold.', tg_table_name, old.id using errcode = 'AH001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create function keep_held_version() returns trigger language plpgsql as $$
begin
    if exists (select from held_among(array[old.artifact_id])) then
        raise exception 'The version % is under a legal hold.', old.id using errcode = 'AH001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger artifact_held before delete on artifact for each row execute function keep_held();
create trigger artifact_trash_held before update of deleted_at, purge_at on artifact for each row
    when (new.deleted_at is not null and (old.deleted_at is null or new.purge_at < old.purge_at))
    execute function keep_held();
create trigger artifact_version_held before delete on artifact_version for each row
    execute function keep_held_version();
create trigger artifact_version_content_held before update of sha256, artifact_id on artifact_version for each row
    when (new.sha256 <> old.sha256 or new.artifact_id <> old.artifact_id)
    execute function keep_held_version();
create trigger conversation_held before delete on conversation for each row execute function keep_held();
create trigger conversation_hidden_held before update of deleted_at on conversation for each row
    when (new.deleted_at is not null and old.deleted_at is null)
    execute function keep_held();
create trigger folder_held before delete on folder for each row execute function keep_held();
create trigger workspace_held before delete on workspace for each row execute function keep_held();
create trigger user_held before delete on app_user for each row execute function keep_held();

-- A hold follows what leaves the place it was placed on.
create function follow_artifact() returns trigger language plpgsql as $$
begin
    perform respect_holds();
    insert into legal_hold_follower (hold_id, artifact_id)
        select h.hold_id, h.artifact_id from held_artifact h where h.artifact_id = old.id
        on conflict do nothing;
    return new;
end
$$;
create trigger artifact_leaves_hold before update of workspace_id, folder_id, owner_id on artifact for each row
    when (new.workspace_id <> old.workspace_id or new.folder_id is distinct from old.folder_id
        or new.owner_id <> old.owner_id)
    execute function follow_artifact();

create function follow_folder() returns trigger language plpgsql as $$
begin
    perform respect_holds();
    insert into legal_hold_follower (hold_id, artifact_id)
        select h.id, a.id from legal_hold h join artifact a on a.folder_id = old.id
        where h.released_at is null and h.subject_kind = 'folder'
            and strpos(old.trail, h.subject_id || '/') > 0 and strpos(new.trail, h.subject_id || '/') = 0
        on conflict do nothing;
    return new;
end
$$;
create trigger folder_leaves_hold before update of trail on folder for each row
    when (new.trail <> old.trail)
    execute function follow_folder();
