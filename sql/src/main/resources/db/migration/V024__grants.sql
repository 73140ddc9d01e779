-- What somebody may do with one artifact, whoever may read its workspace.

create table artifact_grant (
    artifact_id  uuid        not null references artifact on delete cascade,
    -- Whom it is given to: a user, or all members of a workspace.
    grantee_kind text        not null check (grantee_kind in ('user', 'workspace')),
    grantee_id   uuid        not null,
    role         text        not null check (role in ('viewer', 'editor')),
    granted_by   uuid        not null references app_user,
    granted_at   timestamptz not null,
    -- No end if null. Compared with the time of the question: no job has to end it.
    expires_at   timestamptz,
    primary key (artifact_id, grantee_kind, grantee_id)
);
create index artifact_grant_grantee on artifact_grant (grantee_id, grantee_kind);
create index artifact_grant_granted_by on artifact_grant (granted_by);

-- From now on a document can be asked for by the artifact it is of.
insert into outbox (reader, event, subject)
    select reader, 'artifact.changed', id
    from artifact, unnest(array['search-elasticsearch', 'search-postgresql']) as r (reader)
    where deleted_at is null;
