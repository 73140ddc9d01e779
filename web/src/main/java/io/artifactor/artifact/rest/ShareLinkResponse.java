package io.artifactor.artifact.rest;

import io.artifactor.artifact.IssuedShareLink;
import io.artifactor.artifact.ShareLink;
import io.artifactor.artifact.VersionId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A share link as those see it who may share; its secret only in the answer that makes it. */
@Schema(name = "ShareLink")
public record ShareLinkResponse(
        UUID id,
        UUID artifactId,
        @Schema(examples = "For the auditors") String name,
        @Schema(description = "The first characters of the secret", examples = "ars_3kqZ8w")
                String prefix,
        @Schema(description = "Absent if it shows the current version, whichever that is")
                @Nullable UUID versionId,
        @Schema(description = "Whether guests must give a password") boolean passwordProtected,
        @Schema(
                        enumeration = {"open", "expired", "used-up"},
                        description = "Whether it is over by itself")
                String state,
        @Schema(description = "How often it was downloaded") long downloads,
        @Schema(description = "How often it may be; any number of times if absent", examples = "5")
                @Nullable Integer maxDownloads,
        @Schema(description = "Absent if never") @Nullable Instant lastDownloadAt,
        @Schema(description = "The user by whose right it opens something") UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        @Schema(description = "What the ETag begins with; send the ETag back in If-Match")
                int revision,
        @Schema(
                        description = "What opens it; shown once, when it is made",
                        examples = "ars_3kqZ8wJt5c1oY0mR7uXb2nLfVhGdKsPeQaWiTzC4yE9")
                @Nullable String secret,
        @Schema(
                        description = "Where people open it; shown once, when it is made",
                        examples =
                                "https://artifactor.example.org/share/ars_3kqZ8wJt5c1oY0mR7uXb2nLfVhGdKsPeQaWiTzC4yE9")
                @Nullable String url) {

    static ShareLinkResponse of(ShareLink link) {
        return of(link, null, null);
    }

    static ShareLinkResponse of(IssuedShareLink issued) {
        return of(issued.link(), issued.secret(), issued.url());
    }

    private static ShareLinkResponse of(
            ShareLink link, @Nullable String secret, @Nullable String url) {
        return new ShareLinkResponse(
                link.id().value(),
                link.artifact().value(),
                link.name(),
                link.prefix(),
                link.version().map(VersionId::value).orElse(null),
                link.lock().isPresent(),
                link.state(Instant.now()).id(),
                link.downloads(),
                link.maxDownloads().orElse(null),
                link.lastDownloadAt().orElse(null),
                link.creator().value(),
                link.createdAt(),
                link.updatedAt(),
                link.expiresAt(),
                link.revision(),
                secret,
                url);
    }

    @Override
    public String toString() {
        return "ShareLinkResponse[" + id + "]";
    }
}
