package io.artifactor.importing.rest;

import io.artifactor.importing.Extract;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found in something pasted. */
@Schema(name = "Extract")
public record ExtractResponse(
        @Schema(description = "The reader, with its version", examples = "chat-text/1")
                String format,
        List<Found> artifacts,
        @Schema(description = "Whether there is more than is shown") boolean cut) {

    /** An artifact in its last version. */
    @Schema(name = "ExtractedArtifact")
    public record Found(
            @Schema(examples = "Merge sort") String title,
            @Schema(examples = "code") String kind,
            @Schema(examples = "python") @Nullable String language,
            @Schema(examples = "text/x-python") String mediaType,
            @Schema(examples = "merge-sort.py") String fileName,
            @Schema(examples = "2", description = "How many there are of it") int versions,
            @Schema(examples = "Sorting things") String conversation,
            @Schema(examples = "def sort(items): …") String content) {

        static Found of(Extract.Found found) {
            return new Found(
                    found.title(),
                    found.kind(),
                    found.language(),
                    found.mediaType(),
                    found.fileName(),
                    found.versions(),
                    found.conversation(),
                    found.content());
        }
    }

    static ExtractResponse of(Extract extract) {
        return new ExtractResponse(
                extract.format(),
                extract.artifacts().stream().map(Found::of).toList(),
                extract.isCut());
    }
}
