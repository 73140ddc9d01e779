package io.artifactor.identity.rest;

import io.artifactor.identity.BrowserSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sign-in whose cookie came with the answer. */
@Schema(name = "BrowserSession")
public record BrowserSessionResponse(
        @Schema(description = "Life of the cookie in seconds", examples = "43200") long expiresIn,
        @Schema(description = "While true, only /auth/ answers", examples = "false")
                boolean passwordChangeRequired,
        @Schema(description = "While true, only /auth/ answers, and makes no tokens")
                boolean secondFactorSetupRequired,
        @Schema(
                        description =
                                "To be kept and sent with the next sign-in; it opens nothing,"
                                        + " but the failures of others do not keep this client waiting")
                @Nullable String deviceToken) {

    static BrowserSessionResponse of(BrowserSession session) {
        return new BrowserSessionResponse(
                session.life().toSeconds(),
                session.passwordChangeRequired(),
                session.secondFactorSetupRequired(),
                session.deviceToken().orElse(null));
    }

    @Override
    public String toString() {
        return "BrowserSessionResponse[]";
    }
}
