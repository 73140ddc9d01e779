package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's password, given again, with the second factor of who has one. */
@Schema(name = "ConfirmationRequest", requiredProperties = "password")
public record ConfirmationRequest(
        @Nullable String password,
        @Schema(
                        description =
                                "A one-time code or a recovery code, of who has a second factor",
                        examples = "287082")
                @Nullable String code,
        @Schema(
                        description =
                                "Instead of a code, of who has a security key: its answer to what"
                                        + " `POST /auth/security-keys/challenge` gave")
                @Nullable KeyAnswerRequest key) {

    @Override
    public String toString() {
        return "ConfirmationRequest[]";
    }
}
