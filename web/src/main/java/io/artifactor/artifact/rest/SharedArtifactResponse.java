package io.artifactor.artifact.rest;

import io.artifactor.artifact.SharedArtifact;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a guest sees of what a link opens: nothing of where it is, or of whom. */
@Schema(name = "SharedArtifact")
public record SharedArtifactResponse(
        @Schema(description = "Whether the password has yet to be given; nothing else shows before")
                boolean passwordNeeded,
        @Nullable String title,
        @Nullable String kind,
        @Schema(description = "In bytes") @Nullable Long size,
        @Schema(description = "The number of the version it shows") @Nullable Integer version,
        Instant expiresAt) {

    static SharedArtifactResponse of(SharedArtifact shared) {
        Instant end = shared.link().expiresAt();
        return shared.locked()
                ? new SharedArtifactResponse(true, null, null, null, null, end)
                : new SharedArtifactResponse(
                        false,
                        title(shared),
                        shared.artifact().kind().id(),
                        shared.version().size(),
                        shared.version().number(),
                        end);
    }

    /** Of a version that is pinned as it was then: what it was called later is not shared. */
    private static String title(SharedArtifact shared) {
        return shared.link().version().isPresent()
                ? shared.version().title()
                : shared.artifact().title();
    }
}
