package io.artifactor.artifact.rest;

import io.artifactor.artifact.ContentCheck;
import io.artifactor.artifact.Verification.CheckedVersion;
import io.artifactor.storage.StoredBlob;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a check found of one content. */
@Schema(name = "Check")
public record CheckResponse(
        @Schema(description = "The version; absent in checks of the whole store")
                @Nullable UUID versionId,
        @Nullable String branch,
        @Nullable Integer number,
        @Schema(enumeration = {"ok", "missing", "corrupt"}) String outcome,
        @Schema(description = "As it should be, in bytes") long size,
        @Schema(description = "As it should be") String sha256,
        @Schema(description = "As it is, where that can be read") @Nullable Long foundSize,
        @Schema(description = "As it is, where that can be read") @Nullable String foundSha256,
        @Schema(description = "What the malware scanner found in it") @Nullable String malware) {

    static CheckResponse of(CheckedVersion checked) {
        return of(
                checked.check(),
                checked.version().id().value(),
                checked.version().branch(),
                checked.version().number());
    }

    static CheckResponse of(ContentCheck check) {
        return of(check, null, null, null);
    }

    private static CheckResponse of(
            ContentCheck check,
            @Nullable UUID version,
            @Nullable String branch,
            @Nullable Integer number) {
        return new CheckResponse(
                version,
                branch,
                number,
                check.outcome().id(),
                check.expected().size(),
                check.digest().hex(),
                check.found().map(StoredBlob::size).orElse(null),
                check.found().map(found -> found.digest().hex()).orElse(null),
                check.look().finding().orElse(null));
    }
}
