package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new password, and what was sent to whom it is for. */
@Schema(
        name = "PasswordReset",
        requiredProperties = {"token", "newPassword"})
public record ChosenPasswordRequest(
        @Schema(
                        description = "From the link",
                        examples = "arp_V4xXv8h9mE3sT1yqK0b7c2d5f6g8h9j0k1l2m3n4p5Q")
                @Nullable String token,
        @Nullable String newPassword) {

    @Override
    public String toString() {
        return "ChosenPasswordRequest[]";
    }
}
