package io.artifactor.search;

import java.util.Locale;

/** A part of a document in which words are looked for by its name. */
enum TextField {
    TITLE,
    DESCRIPTION,
    CONTENT,
    FILE;

    /** As it stands in a query. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
