package io.artifactor.artifact;

import io.artifactor.paging.Cursor;
import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** In which order artifacts are listed; the id decides between equals. */
public enum ArtifactSort {
    NEWEST_CHANGE("-updatedAt", "a.updatedAt", true),
    OLDEST_CHANGE("updatedAt", "a.updatedAt", false),
    NEWEST("-createdAt", "a.createdAt", true),
    TITLE("title", "lower(a.title)", false);

    private final String id;
    private final String key;
    private final boolean descending;

    ArtifactSort(String id, String key, boolean descending) {
        this.id = id;
        this.key = key;
        this.descending = descending;
    }

    /** The order of that name in URLs. */
    public static ArtifactSort of(String id) {
        return Arrays.stream(values())
                .filter(sort -> sort.id.equals(id))
                .findAny()
                .orElseThrow(() -> Problem.invalid("sort", "must be one of " + ids() + "."));
    }

    private static String ids() {
        return Arrays.stream(values()).map(ArtifactSort::id).collect(Collectors.joining(", "));
    }

    public String id() {
        return id;
    }

    /** The expression sorted by, which is also what a cursor holds. */
    String key() {
        return key;
    }

    String orderBy() {
        String direction = descending ? " desc" : " asc";
        return key + direction + ", a.id" + direction;
    }

    String after() {
        return "(" + key + ", a.id) " + (descending ? "<" : ">") + " (:afterKey, :afterId)";
    }

    Object afterKey(Cursor cursor) {
        return this == TITLE ? cursor.text(0) : cursor.instant(0);
    }

    UUID afterId(Cursor cursor) {
        return cursor.uuid(1);
    }
}
