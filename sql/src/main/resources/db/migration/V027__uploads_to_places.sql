-- An upload may be for a workspace other than the sender's own; it ends with it.

alter table resumable_upload
    add column workspace_id uuid references workspace on delete cascade;
create index resumable_upload_workspace on resumable_upload (workspace_id)
    where workspace_id is not null;

-- Imports are asked for by their workspace before one is deleted.
create index import_run_workspace on import_run (workspace_id);
