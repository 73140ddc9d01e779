package io.artifactor.artifact.rest;

import io.artifactor.artifact.ShareLinkChange;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that changes a share link. */
@Schema(name = "ShareLinkPatch", description = "What is absent stays as it is")
public record ShareLinkPatch(
        @Schema(minLength = 1, maxLength = 100, examples = "For the auditors")
                @Nullable String name,
        @Schema(description = "When it stops working") @Nullable Instant expiresAt,
        @Schema(
                        maxLength = 128,
                        description = "8 to 128 characters; empty to ask for none any more")
                @Nullable String password,
        @Schema(
                        minimum = "0",
                        maximum = "1000000",
                        description = "How often it may be downloaded in all; 0 for any number",
                        examples = "5")
                @Nullable Integer maxDownloads) {

    ShareLinkChange change() {
        return new ShareLinkChange(name, expiresAt, password, maxDownloads);
    }

    @Override
    public String toString() {
        return "ShareLinkPatch[" + name + "]";
    }
}
