package io.artifactor.search;

import java.util.Locale;

/** A property with an order, looked for from here to there. */
enum RangeField {
    SIZE,
    CREATED,
    UPDATED;

    /** As it stands in a query. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
