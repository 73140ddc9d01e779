package io.artifactor.importing.format;

import org.jspecify.annotations.Nullable;

/**
 * What an operation says about the thing it makes, where it says it; a later operation that is
 * silent leaves it as it was.
 *
 * @param type media type or a vendor's name for a type
 */
record Look(
        @Nullable String title,
        @Nullable String type,
        @Nullable String language,
        @Nullable String fileName) {

    static final Look SILENT = new Look(null, null, null, null);

    Look over(Look before) {
        return new Look(
                title == null ? before.title : title,
                type == null ? before.type : type,
                // A new type without a language has none of the old type's.
                language == null && sameType(before) ? before.language : language,
                fileName == null ? before.fileName : fileName);
    }

    private boolean sameType(Look before) {
        return type == null || type.equals(before.type);
    }
}
