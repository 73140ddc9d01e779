package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The first code of a second factor. */
@Schema(name = "OneTimeCodeRequest", requiredProperties = "code")
public record OneTimeCodeRequest(
        @Schema(description = "What the app shows now", examples = "287082")
                @Nullable String code) {

    @Override
    public String toString() {
        return "OneTimeCodeRequest[]";
    }
}
