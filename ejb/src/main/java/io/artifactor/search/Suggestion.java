package io.artifactor.search;

import java.util.Locale;
import java.util.UUID;

/**
 * What somebody may be about to type.
 *
 * @param text to be put in place of what was typed
 * @param id of the thing with that title, of the tag or of the person
 */
public record Suggestion(Kind kind, String text, UUID id) {

    /** What it is of. */
    public enum Kind {
        TITLE,
        TAG,
        PERSON;

        /** The name in documents. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
