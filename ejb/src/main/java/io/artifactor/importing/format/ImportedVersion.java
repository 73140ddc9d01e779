package io.artifactor.importing.format;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One state of an artifact.
 *
 * @param key the operation that made it: message and place in it; stable in a later export
 * @param parentKey the version it was made from
 * @param content the whole text
 * @param messageSourceId the message that holds the operation
 * @param problem why the operation could not be applied; the content is then the parent's
 */
public record ImportedVersion(
        String key,
        @Nullable String parentKey,
        String content,
        String title,
        @Nullable String language,
        String mediaType,
        @Nullable String messageSourceId,
        @Nullable String model,
        @Nullable Instant at,
        @Nullable String problem) {

    public ImportedVersion {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(mediaType, "mediaType");
    }
}
