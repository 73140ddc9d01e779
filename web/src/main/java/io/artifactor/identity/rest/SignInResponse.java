package io.artifactor.identity.rest;

import io.artifactor.identity.SignedIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tokens of a sign-in; lives are in seconds. */
@Schema(name = "SignIn")
public record SignInResponse(
        @Schema(description = "To be sent as `Authorization: Bearer`") String accessToken,
        @Schema(examples = "Bearer") String tokenType,
        @Schema(description = "Life of the access token in seconds") long expiresIn,
        @Schema(description = "Good for one use; a second use ends the sign-in")
                String refreshToken,
        @Schema(description = "Life of the refresh token in seconds") long refreshExpiresIn,
        @Schema(description = "While true, only /auth/ answers") boolean passwordChangeRequired,
        @Schema(description = "While true, only /auth/ answers, and makes no tokens")
                boolean secondFactorSetupRequired,
        @Schema(
                        description =
                                "To be kept and sent with the next sign-in; it opens nothing,"
                                        + " but the failures of others do not keep this client waiting."
                                        + " Given for a password only")
                @Nullable String deviceToken) {

    static SignInResponse of(SignedIn signedIn) {
        return new SignInResponse(
                signedIn.accessToken(),
                "Bearer",
                signedIn.accessLife().toSeconds(),
                signedIn.refreshToken(),
                signedIn.refreshLife().toSeconds(),
                signedIn.passwordChangeRequired(),
                signedIn.secondFactorSetupRequired(),
                signedIn.deviceToken().orElse(null));
    }

    @Override
    public String toString() {
        return "SignInResponse[]";
    }
}
