package io.artifactor.search;

import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In which order what was found is shown; what is equal stands by its id. */
public enum SearchSort {
    /**
     * Best first; what is equally good, and everything where no words are asked for, newest first.
     */
    RELEVANCE("relevance"),
    NEWEST("-updatedAt"),
    OLDEST("updatedAt"),
    TITLE("title"),
    LARGEST("-size");

    private final String id;

    SearchSort(String id) {
        this.id = id;
    }

    /** The name in URLs. */
    public String id() {
        return id;
    }

    /** The one of that name. */
    public static SearchSort of(String id) {
        return Arrays.stream(values())
                .filter(sort -> sort.id.equals(id))
                .findAny()
                .orElseThrow(() ->
                        Problem.invalid(
                                "sort",
                                "is none of "
                                        + Arrays.stream(values())
                                                .map(SearchSort::id)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }
}
