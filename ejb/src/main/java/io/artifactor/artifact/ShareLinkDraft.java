package io.artifactor.artifact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The share link a user asks for.
 *
 * @param name what people call it, such as whom it is for
 * @param expiresAt when it stops working; after the usual time if absent
 * @param password what guests must know besides the link; nothing if absent
 * @param maxDownloads how often it may be downloaded; any number of times if absent
 * @param version the version it shows; the current one, whichever that is, if absent
 */
public record ShareLinkDraft(
        String name,
        @Nullable Instant expiresAt,
        @Nullable String password,
        @Nullable Integer maxDownloads,
        @Nullable VersionId version) {

    public ShareLinkDraft {
        name = ShareLinkRules.name(name);
        maxDownloads = maxDownloads == null ? null : ShareLinkRules.maxDownloads(maxDownloads);
    }

    @Override
    public String toString() {
        return "ShareLinkDraft[" + name + "]";
    }
}
