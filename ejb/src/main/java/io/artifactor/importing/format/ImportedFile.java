package io.artifactor.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary file, kept as it is.
 *
 * @param path its harmless relative path with {@code /}, inside of the archive
 * @param declaredSize what the archive says; -1 where it says nothing; never to be relied on
 * @param content valid until the reader's next record
 */
public record ImportedFile(
        String key, String path, long declaredSize, @Nullable Instant modifiedAt, Content content)
        implements ImportedRecord {

    public ImportedFile {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(content, "content");
    }

    @Override
    public String title() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Opens the bytes. */
    @FunctionalInterface
    public interface Content {

        /**
         * A stream that fails with {@link RefusedContent} when it passes a limit.
         *
         * @throws IOException when the archive is damaged
         */
        InputStream open() throws IOException;
    }
}
