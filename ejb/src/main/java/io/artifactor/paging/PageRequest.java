package io.artifactor.paging;

import io.artifactor.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items at most, 1 to 200
 * @param cursor {@code next} of the page before; empty for the first page
 * @param withTotal whether the whole list is to be counted too, which costs one more statement
 */
public record PageRequest(int limit, Optional<String> cursor, boolean withTotal) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid(
                    "limit", "must be between 1 and " + MAX_LIMIT + ", but is " + limit + ".");
        }
    }

    /** As an edge receives it, absent values standing for the defaults. */
    public static PageRequest of(
            @Nullable Integer limit, @Nullable String cursor, @Nullable Boolean total) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit,
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()),
                Boolean.TRUE.equals(total));
    }

    /** The first page with the default limit. */
    public static PageRequest first() {
        return of(null, null, null);
    }

    /** Where the page starts, if it is not the first. */
    public Optional<Cursor> position(String list) {
        return cursor.map(text -> Cursor.decode(text, list));
    }

    /** One row more than the page shows tells whether there is a next one. */
    public int fetchSize() {
        return limit + 1;
    }
}
