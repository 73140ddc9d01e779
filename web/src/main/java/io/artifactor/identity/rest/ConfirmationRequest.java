package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's password, given again, with a code of who has a second factor. */
@Schema(name = "ConfirmationRequest", requiredProperties = "password")
public record ConfirmationRequest(
        @Nullable String password,
        @Schema(
                        description =
                                "A one-time code or a recovery code, of who has a second factor",
                        examples = "287082")
                @Nullable String code) {

    @Override
    public String toString() {
        return "ConfirmationRequest[]";
    }
}
