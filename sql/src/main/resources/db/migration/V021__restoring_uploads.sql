-- An upload in pieces brings back what lies in the trash, as one at once does.
alter table resumable_upload add column may_restore boolean not null default true;
alter table resumable_upload add column restored boolean not null default false;

-- So does an import; its ledger has a word for it.
alter table import_item drop constraint import_item_outcome_check;
alter table import_item add constraint import_item_outcome_check check
    (outcome in ('added', 'updated', 'restored', 'unchanged', 'skipped', 'broken', 'unreadable'));
