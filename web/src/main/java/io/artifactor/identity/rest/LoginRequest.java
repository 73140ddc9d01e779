package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A name and a password to sign in with. */
@Schema(
        name = "LoginRequest",
        requiredProperties = {"username", "password"})
public record LoginRequest(
        @Schema(examples = "ada") @Nullable String username,
        @Nullable String password,
        @Schema(
                        description =
                                "A one-time code or a recovery code, of who has a second factor",
                        examples = "287082")
                @Nullable String code,
        @Schema(
                        description =
                                "Instead of a code, of who has a security key: its answer to the"
                                        + " `keyRequest` of `second-factor-required`")
                @Nullable KeyAnswerRequest key,
        @Schema(description = "What the last sign-in of this client was given")
                @Nullable String deviceToken) {

    @Override
    public String toString() {
        return "LoginRequest[" + username + "]";
    }
}
