package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's password, asked for again. */
@Schema(name = "OwnPasswordRequest", requiredProperties = "password")
public record OwnPasswordRequest(@Nullable String password) {

    @Override
    public String toString() {
        return "OwnPasswordRequest[]";
    }
}
