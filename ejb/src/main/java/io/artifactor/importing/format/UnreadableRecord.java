package io.artifactor.importing.format;

import java.util.Objects;

/**
 * An element that cannot be read; the others are not affected.
 *
 * @param code stable, for example {@code malformed-json}
 * @param reason which one it is, where it stands and what is wrong with it
 */
public record UnreadableRecord(String key, String title, String code, String reason)
        implements ImportedRecord {

    public UnreadableRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
