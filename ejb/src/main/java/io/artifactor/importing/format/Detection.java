package io.artifactor.importing.format;

import java.util.Objects;

/**
 * What a file turned out to be.
 *
 * @param format name and version of the reader, for example {@code claude-export/1}
 * @param description for people
 */
public record Detection(String format, String description) {

    public Detection {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(description, "description");
    }
}
