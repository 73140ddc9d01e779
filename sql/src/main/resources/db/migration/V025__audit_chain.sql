-- The audit log is only ever added to, and every line is bound to one before it: who changes or removes a line
-- later breaks a chain. There are eight chains, so that transactions at the same moment seldom wait for each other,
-- and a chain is held only while its transaction commits (see docs/adr/0024).

create table audit_lane (
    lane     smallint primary key,
    position bigint not null default 0,
    hash     bytea  not null default ''
) with (fillfactor = 50);
insert into audit_lane (lane) select generate_series(0, 7);

create table audit_link (
    lane     smallint not null,
    position bigint   not null,
    entry_id bigint   not null unique,
    hash     bytea    not null,
    primary key (lane, position)
);

create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_subject on audit_entry (subject text_pattern_ops, id);

-- The text of jsonb has one form, whatever was written.
create function audit_digest(previous bytea, entry audit_entry) returns bytea
    language sql stable parallel safe as
$$
select sha256(previous || convert_to(jsonb_build_array(
        (entry).id, (extract(epoch from (entry).at) * 1000000)::bigint, (entry).actor_id, (entry).action,
        (entry).subject, (entry).address, (entry).detail)::text, 'UTF8'))
$$;

create function audit_bind(entry audit_entry, chosen smallint) returns void
    language plpgsql as
$$
declare
    head audit_lane%rowtype;
    made bytea;
begin
    select * into strict head from audit_lane where lane = chosen for update;
    made := audit_digest(head.hash, entry);
    insert into audit_link (lane, position, entry_id, hash) values (chosen, head.position + 1, entry.id, made);
    update audit_lane set position = head.position + 1, hash = made where lane = chosen;
end
$$;

do
$$
declare
    entry audit_entry%rowtype;
begin
    for entry in select * from audit_entry order by id loop
        perform audit_bind(entry, 0::smallint);
    end loop;
end
$$;

-- All lines of a transaction go to one chain: it waits for one at most, as the last thing it does.
create function audit_bind_new() returns trigger
    language plpgsql as
$$
begin
    perform audit_bind(new, (pg_current_xact_id()::text::bigint % 8)::smallint);
    return null;
end
$$;

create constraint trigger audit_entry_bound
    after insert on audit_entry deferrable initially deferred
    for each row execute function audit_bind_new();

create function audit_refuse() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The audit log is only ever added to: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_kept
    before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_link_kept
    before update or delete or truncate on audit_link
    for each statement execute function audit_refuse();
create trigger audit_lane_kept
    before delete or truncate on audit_lane
    for each statement execute function audit_refuse();
