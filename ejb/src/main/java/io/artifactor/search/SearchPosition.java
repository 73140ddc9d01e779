package io.artifactor.search;

import io.artifactor.paging.Cursor;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a page ends: how many hits are before the next, and the sort values and id of its last hit.
 * Which index gave it matters only for the score, which is each index's own.
 *
 * @param index the index that answered
 * @param offset how many hits stand before the next page
 * @param score of the last hit, 0 if it is not sorted by that
 * @param key what it is sorted by beside the score: milliseconds, bytes or a title
 */
record SearchPosition(String index, long offset, double score, String key, UUID id) {

    /**
     * @throws Problem {@code INVALID_INPUT} naming {@code cursor} if there is no position in it
     */
    static SearchPosition of(Cursor cursor) {
        try {
            return new SearchPosition(
                    cursor.text(0),
                    cursor.number(1),
                    Double.parseDouble(cursor.text(2)),
                    cursor.text(3),
                    cursor.uuid(4));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    Object[] values() {
        return new Object[] {index, offset, score, key, id};
    }

    /** The key as a number, where it is one. */
    long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    /** The key as a time, where it is one. */
    Instant time() {
        return Instant.ofEpochMilli(number());
    }

    private static Problem refused() {
        return Problem.invalid("cursor", "is not a cursor of this list.");
    }
}
