package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Password and code of somebody who changes their second factor. */
@Schema(
        name = "SecondFactorProof",
        requiredProperties = {"password", "code"})
public record FactorProofRequest(
        @Nullable String password,
        @Schema(description = "A one-time code or a recovery code", examples = "287082")
                @Nullable String code) {

    @Override
    public String toString() {
        return "FactorProofRequest[]";
    }
}
