package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Password and second factor of somebody who changes their second factor. */
@Schema(name = "SecondFactorProof", requiredProperties = "password")
public record FactorProofRequest(
        @Nullable String password,
        @Schema(description = "A one-time code or a recovery code", examples = "287082")
                @Nullable String code,
        @Schema(
                        description =
                                "Instead of a code, of who has a security key: its answer to what"
                                        + " `POST /auth/security-keys/challenge` gave")
                @Nullable KeyAnswerRequest key) {

    @Override
    public String toString() {
        return "FactorProofRequest[]";
    }
}
