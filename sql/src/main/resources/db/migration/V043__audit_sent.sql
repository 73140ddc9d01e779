-- How far the lines of each chain of the audit log have been taken by the syslog server they are sent to. Lines get
-- their place in a chain as they commit, while the chain is locked: unlike their numbers, no place is filled later.

create table audit_sent (
    lane     smallint primary key references audit_lane (lane),
    position bigint not null default 0
);
insert into audit_sent (lane) select lane from audit_lane;
