package io.artifactor.search;

import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what the things found are counted. */
public enum Facet {
    TYPE,
    KIND,
    LANGUAGE,
    SOURCE,
    TAG,
    CATEGORY,
    YEAR,
    MONTH;

    /** So many values are counted at most, those with the most things first. */
    static final int MOST_VALUES = 50;

    /** The name in URLs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name. */
    public static Facet of(String id) {
        return Arrays.stream(values())
                .filter(facet -> facet.id().equals(id))
                .findAny()
                .orElseThrow(() ->
                        Problem.invalid(
                                "facets",
                                "has `%s`, which is none of %s."
                                        .formatted(
                                                id.substring(0, Math.min(id.length(), 60)),
                                                Arrays.stream(values())
                                                        .map(Facet::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}
