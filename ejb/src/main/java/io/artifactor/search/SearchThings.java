package io.artifactor.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the indexes should hold, and in which order jobs go through it. */
final class SearchThings {

    static final String COUNT =
            "select (select count(*) from artifact where deleted_at is null)"
                    + " + (select count(*) from conversation where deleted_at is null)";

    private SearchThings() {}

    /** The ids behind that one, in order. */
    static Sql behind(@Nullable UUID position, int limit) {
        UUID from = position == null ? new UUID(0, 0) : position;
        return new Sql()
                .add("(select id from artifact where deleted_at is null and id > ?", from)
                .add(" order by id limit ?) union all", limit)
                .add(" (select id from conversation where deleted_at is null and id > ?", from)
                .add(" order by id limit ?) order by id limit ?", limit, limit);
    }

    /** Those of the ids of which there is nothing, or nothing any more. */
    static Sql gone(List<UUID> ids) {
        return new Sql()
                .add("select id from unnest(?::text[]::uuid[]) as given (id)", strings(ids))
                .add(" where not exists (select from artifact a")
                .add(" where a.id = given.id and a.deleted_at is null)")
                .add(" and not exists (select from conversation c")
                .add(" where c.id = given.id and c.deleted_at is null)");
    }

    /** Those of the ids of which a change is still on its way to an index, or parked before it. */
    static Sql underWay(List<UUID> ids, String reader) {
        return new Sql()
                .add("select distinct subject from outbox where reader = ?", reader)
                .add(" and parked_at is null and subject = any(?::text[]::uuid[])", strings(ids));
    }

    static List<String> strings(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
