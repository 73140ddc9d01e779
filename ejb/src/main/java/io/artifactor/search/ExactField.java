package io.artifactor.search;

import java.util.Locale;

/** A property that is this or another, looked for by its name. */
enum ExactField {
    TYPE,
    KIND,
    LANGUAGE,
    SOURCE,
    TAG,
    CATEGORY,
    OWNER,
    CONVERSATION;

    /** As it stands in a query. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
