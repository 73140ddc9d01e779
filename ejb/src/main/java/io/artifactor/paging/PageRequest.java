package io.artifactor.paging;

import io.artifactor.problem.Problem;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: the one with a number, or the one after a cursor.
 *
 * <p>A numbered page is found by skipping rows, which costs more the deeper it lies; so pages have
 * numbers down to {@link #DEEPEST} rows only, and cursors go on from there.
 *
 * @param size how many items at most, 1 to 200
 * @param page counted from 1; empty if a cursor says where the page starts, or for the first
 * @param cursor {@code next} of the page before
 * @param withTotal whether the whole list is to be counted too, which costs one more statement
 */
public record PageRequest(int size, OptionalInt page, Optional<String> cursor, boolean withTotal) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 200;

    /** The last row that is on a page with a number. */
    public static final int DEEPEST = 10_000;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw Problem.invalid(
                    "size", "must be between 1 and " + MAX_SIZE + ", but is " + size + ".");
        }
        if (page.isPresent()) {
            check(page.getAsInt(), size);
            if (cursor.isPresent()) {
                throw Problem.invalid("page", "cannot be given together with `cursor`.");
            }
        }
    }

    private static void check(int page, int size) {
        if (page < 1) {
            throw Problem.invalid("page", "is counted from 1, but is " + page + ".");
        }
        if ((long) page * size > DEEPEST) {
            throw Problem.invalid(
                    "page",
                    ("would lie deeper than %,d rows; go on from a page before with `cursor`, which"
                                    + " has no limit.")
                            .formatted(DEEPEST));
        }
    }

    /** As an edge receives it, absent values standing for the defaults. */
    public static PageRequest of(
            @Nullable Integer size,
            @Nullable Integer page,
            @Nullable String cursor,
            @Nullable Boolean total) {
        return new PageRequest(
                size == null ? DEFAULT_SIZE : size,
                page == null ? OptionalInt.empty() : OptionalInt.of(page),
                Optional.ofNullable(cursor).filter(text -> !text.isEmpty()),
                Boolean.TRUE.equals(total));
    }

    /** The first page with the default size. */
    public static PageRequest first() {
        return of(null, null, null, null);
    }

    /** Where the page starts, if a cursor says so. */
    public Optional<Cursor> position(String list) {
        return cursor.map(text -> Cursor.decode(text, list));
    }

    /** How many rows a query has to skip, after the cursor if there is one. */
    public int offset() {
        return page.isPresent() ? (page.getAsInt() - 1) * size : 0;
    }

    /**
     * How many rows a query has to find: one more than shown tells whether there is a next page.
     */
    public int rows() {
        return size + 1;
    }
}
