package io.artifactor.artifact.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The password of a share link. */
@Schema(name = "UnlockRequest", requiredProperties = "password")
public record UnlockRequest(@Nullable String password) {

    @Override
    public String toString() {
        return "UnlockRequest[]";
    }
}
