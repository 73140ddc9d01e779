package io.artifactor.importing.format;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole conversation with what it produced.
 *
 * @param source {@code claude}, {@code chatgpt} or {@code api}
 * @param sourceId the vendor's id, or one derived from its beginning where the export has none, so
 *     that it stays the same while the conversation grows
 * @param messages in the order of the export
 * @param artifacts in the order of their first appearance
 * @param notes what was met on the way and not applied
 * @param fingerprint SHA-256 (hex) over the element's bytes and the reader's version: equal means
 *     there is nothing to do
 */
public record ImportedConversation(
        String key,
        String title,
        String source,
        String sourceId,
        @Nullable String model,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<ImportedMessage> messages,
        List<ImportedArtifact> artifacts,
        List<ImportNote> notes,
        String fingerprint)
        implements ImportedRecord {

    public ImportedConversation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sourceId, "sourceId");
        Objects.requireNonNull(fingerprint, "fingerprint");
        messages = List.copyOf(messages);
        artifacts = List.copyOf(artifacts);
        notes = List.copyOf(notes);
    }
}
