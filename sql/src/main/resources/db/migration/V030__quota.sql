-- How many bytes each user owns and each workspace holds, and how many they may. Whatever changes content changes these rows
-- in the same transaction, as its last locks; see docs/adr/0030.

create table storage_use (
    id           uuid primary key,
    user_id      uuid unique references app_user on delete cascade,
    workspace_id uuid unique references workspace on delete cascade,
    used_bytes   bigint not null default 0,
    -- None: what the server allows everybody.
    limit_bytes  bigint check (limit_bytes >= 0),
    check (num_nonnulls(user_id, workspace_id) = 1 and id = coalesce(user_id, workspace_id))
) with (fillfactor = 50);

insert into storage_use (id, user_id, used_bytes)
select a.owner_id, a.owner_id, sum(v.size)
from artifact a join artifact_version v on v.artifact_id = a.id group by a.owner_id;

insert into storage_use (id, workspace_id, used_bytes)
select a.workspace_id, a.workspace_id, sum(v.size)
from artifact a join artifact_version v on v.artifact_id = a.id group by a.workspace_id;
