-- When somebody who was signed in gave their password again; null if never. The beginning of the sign-in counts as well.
alter table refresh_token add column confirmed_at timestamptz;
