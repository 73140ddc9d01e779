-- When a browser's sign-in was last used, to the minute: one that nobody uses ends before its time.
alter table refresh_token add column last_used_at timestamptz;
