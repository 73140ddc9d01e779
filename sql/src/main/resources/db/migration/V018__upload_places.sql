-- Where the artifact of a resumable upload is to lie. A folder or category deleted meanwhile is let go of: what was sent counts more.

alter table resumable_upload
    add column folder_id   uuid references folder on delete set null,
    add column category_id uuid references category on delete set null,
    add column tags        text[];
