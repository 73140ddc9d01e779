-- Who reads an artifact beside those it is granted to: its owner alone, the members of its workspace, or everybody.

-- One column says it for all three, so that a list asks for one thing: the workspace; or who alone reads it, of each owner in each
-- workspace another; or everybody. io.artifactor.artifact.ReadingScope gives the same, and a test holds the two together. Not md5(),
-- which a server under a strict crypto policy does not have.
alter table artifact
    add column visibility text not null default 'shared' check (visibility in ('private', 'shared', 'public')),
    add column reading_scope uuid not null generated always as (
        case visibility
            when 'public' then 'ffffffff-ffff-8fff-bfff-ffffffffffff'::uuid
            when 'private' then encode(substring(sha256(uuid_send(workspace_id) || uuid_send(owner_id)) from 1 for 16), 'hex')::uuid
            else workspace_id
        end) stored;

alter table resumable_upload add column visibility text check (visibility in ('private', 'shared', 'public'));

-- What lists are read by follows; what looks at all of a workspace has artifact_created.
create index artifact_scope_created on artifact (reading_scope, created_at desc, id desc) where deleted_at is null;
drop index artifact_updated;
create index artifact_updated on artifact (reading_scope, updated_at desc, id desc) where deleted_at is null;
drop index artifact_title;
create index artifact_title on artifact (reading_scope, lower(title), id) where deleted_at is null;
drop index artifact_kind;
create index artifact_kind on artifact (reading_scope, kind, updated_at desc, id desc) where deleted_at is null;
drop index artifact_language;
create index artifact_language on artifact (reading_scope, language, updated_at desc, id desc) where deleted_at is null;
drop index artifact_source;
create index artifact_source on artifact (reading_scope, source, updated_at desc, id desc) where deleted_at is null;
drop index artifact_in_category;
create index artifact_in_category on artifact (category_id, reading_scope, updated_at desc, id desc) where deleted_at is null;
drop index artifact_content;
create index artifact_content on artifact (reading_scope, sha256) where deleted_at is null;
drop index artifact_title_begins;
create index artifact_title_begins on artifact (reading_scope, lower(title) text_pattern_ops) where deleted_at is null;

-- Whose private artifacts there are, for those who answer for a workspace; in the trash too.
create index artifact_private on artifact (workspace_id, reading_scope) where visibility = 'private';

-- What was done to a private artifact is read by those who read it; null for all others. Kept when the artifact goes.
alter table activity add column private_scope uuid;

create function follow_visibility() returns trigger language plpgsql as $$
begin
    update activity set private_scope = case new.visibility when 'private' then new.reading_scope end
        where subject_id = new.id;
    return null;
end $$;
create trigger artifact_visibility after update of visibility, workspace_id, owner_id on artifact for each row
    when ((new.visibility = 'private' or old.visibility = 'private')
        and (new.visibility <> old.visibility or new.workspace_id <> old.workspace_id or new.owner_id <> old.owner_id))
    execute function follow_visibility();

-- Whether somebody who works in a workspace may know of what lies there: of what another keeps private only who answers for it.
create function known_to(reader uuid, visibility text, workspace uuid, owner uuid) returns boolean language sql stable as $$
    select visibility <> 'private' or owner = reader or exists (
        select from membership m where m.workspace_id = workspace and m.user_id = reader and m.role in ('owner', 'admin'))
$$;

-- What somebody keeps private does not take its place in an export from others, who import the same.
drop index artifact_source_key;
create unique index artifact_source_key on artifact (workspace_id, source_key)
    where source_key is not null and visibility <> 'private';
create unique index artifact_private_source_key on artifact (reading_scope, source_key)
    where source_key is not null and visibility = 'private';
-- Nor does it come to be known by having gone for good. Null where it was not private.
alter table purged_source_key add column owner_id uuid references app_user on delete cascade;
