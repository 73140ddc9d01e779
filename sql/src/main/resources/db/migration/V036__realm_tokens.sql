-- When somebody last came with a new access token of their provider; noted in the audit log once a day.
alter table realm_identity add column token_used_at timestamptz;
