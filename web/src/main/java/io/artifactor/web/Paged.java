package io.artifactor.web;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A document that shows one page of a list, as {@code items}. */
public interface Paged {

    /** The cursor of the page after this one; null on the last. */
    @Nullable String next();

    /** The same without what differs each time it is asked for, such as how long that took. */
    default Paged steady() {
        return this;
    }

    /** How many items the whole list has, where that is known. */
    OptionalLong counted();
}
