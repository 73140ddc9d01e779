-- Somebody who may read many workspaces gets a page by walking all artifacts in its order until it is full; by workspace, all that fit the
-- filter would have to be looked at for the first twenty. Whoever reads few workspaces is served by the indexes that begin with them.
create index artifact_updated_everywhere on artifact (updated_at desc, id desc) where deleted_at is null;
create index artifact_title_everywhere on artifact (lower(title), id) where deleted_at is null;
