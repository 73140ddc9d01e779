-- When the sign-in of a refresh token began: its first token is removed long before a sign-in in use is over.
alter table refresh_token add column started_at timestamptz;
update refresh_token set started_at = first.at
from (select family, min(created_at) as at from refresh_token group by family) first
where first.family = refresh_token.family;
alter table refresh_token alter column started_at set not null;
