package io.artifactor.workspace.rest;

import io.artifactor.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that takes up an invitation sent by mail. */
@Schema(name = "InvitationLink")
public record InvitationLink(
        @Schema(
                        required = true,
                        maxLength = 100,
                        examples = "ari_v7LQ4…",
                        description = "What stands behind token= in the link")
                @Nullable String token) {

    String givenToken() {
        if (token == null) {
            throw Problem.invalid("token", "is missing.");
        }
        return token;
    }

    @Override
    public String toString() {
        return "InvitationLink[]";
    }
}
