package io.artifactor.artifact.rest;

import io.artifactor.artifact.ShareLinkDraft;
import io.artifactor.artifact.VersionId;
import io.artifactor.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that makes a share link. */
@Schema(name = "NewShareLink", requiredProperties = "name")
public record ShareLinkRequest(
        @Schema(
                        minLength = 1,
                        maxLength = 100,
                        description = "What you call it, such as whom it is for",
                        examples = "For the auditors")
                @Nullable String name,
        @Schema(description = "When it stops working; after 30 days if absent")
                @Nullable Instant expiresAt,
        @Schema(
                        minLength = 8,
                        maxLength = 128,
                        description = "What guests must know besides the link; nothing if absent")
                @Nullable String password,
        @Schema(
                        minimum = "1",
                        maximum = "1000000",
                        description =
                                "How often it may be downloaded; any number of times if absent",
                        examples = "5")
                @Nullable Integer maxDownloads,
        @Schema(description = "The version it shows; the current one, whichever that is, if absent")
                @Nullable UUID versionId) {

    ShareLinkDraft draft() {
        if (name == null) {
            throw Problem.invalid("name", "is missing.");
        }
        return new ShareLinkDraft(
                name,
                expiresAt,
                password,
                maxDownloads,
                versionId == null ? null : new VersionId(versionId));
    }

    @Override
    public String toString() {
        return "ShareLinkRequest[" + name + "]";
    }
}
