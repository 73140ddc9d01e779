package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of the caller's own password. */
@Schema(
        name = "PasswordRequest",
        requiredProperties = {"currentPassword", "newPassword"})
public record PasswordRequest(
        @Nullable String currentPassword,
        @Schema(minLength = 12, maxLength = 128) @Nullable String newPassword) {

    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
