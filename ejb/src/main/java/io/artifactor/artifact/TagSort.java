package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In which order tags are listed; the name decides between equals. */
public enum TagSort {
    NAME("name"),
    MOST_USED("-count");

    private final String id;

    TagSort(String id) {
        this.id = id;
    }

    /** The order of that name in URLs. */
    public static TagSort of(String id) {
        return Arrays.stream(values())
                .filter(sort -> sort.id.equals(id))
                .findAny()
                .orElseThrow(() -> Problem.invalid("sort", "must be one of " + ids() + "."));
    }

    private static String ids() {
        return Arrays.stream(values()).map(it -> it.id).collect(Collectors.joining(", "));
    }

    String id() {
        return id;
    }
}
