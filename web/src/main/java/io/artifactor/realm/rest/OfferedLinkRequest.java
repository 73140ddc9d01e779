package io.artifactor.realm.rest;

import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was sent to whoever owns the account. */
@Schema(name = "OfferedLink", requiredProperties = "token")
public record OfferedLinkRequest(
        @Schema(
                        description = "From the link",
                        examples = "arl_V4xXv8h9mE3sT1yqK0b7c2d5f6g8h9j0k1l2m3n4p5Q")
                @Nullable String token) {

    String given() {
        if (token == null) {
            throw Problem.invalid("token", "must not be empty.");
        }
        return token;
    }

    @Override
    public String toString() {
        return "OfferedLinkRequest[]";
    }
}
