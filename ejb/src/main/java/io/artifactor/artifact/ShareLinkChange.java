package io.artifactor.artifact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a share link; what is absent stays as it is.
 *
 * @param password empty to ask for none any more
 * @param maxDownloads 0 for any number
 */
public record ShareLinkChange(
        @Nullable String name,
        @Nullable Instant expiresAt,
        @Nullable String password,
        @Nullable Integer maxDownloads) {

    public ShareLinkChange {
        name = name == null ? null : ShareLinkRules.name(name);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        maxDownloads =
                maxDownloads == null || maxDownloads == 0
                        ? maxDownloads
                        : Integer.valueOf(ShareLinkRules.maxDownloads(maxDownloads));
    }

    @Override
    public String toString() {
        return "ShareLinkChange[" + name + "]";
    }
}
