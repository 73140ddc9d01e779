package io.artifactor.importing.format;

import java.util.Objects;

/**
 * Something that was left out on purpose.
 *
 * @param code stable, for example {@code unsafe-name}
 */
public record SkippedRecord(String key, String title, String code, String reason)
        implements ImportedRecord {

    public SkippedRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
