package io.artifactor.identity.rest;

import io.artifactor.identity.NewPersonalToken;
import io.artifactor.identity.TokenScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The personal token a user asks for. */
@Schema(name = "NewToken", requiredProperties = "name")
public record NewTokenRequest(
        @Schema(minLength = 1, maxLength = 100, examples = "laptop") @Nullable String name,
        @Schema(
                        description =
                                "Out of read, write, admin, and scim, which is for administrators;"
                                        + " read and write if absent")
                @Nullable List<@Nullable String> scopes,
        @Schema(description = "When it stops working; never if absent")
                @Nullable Instant expiresAt) {

    NewPersonalToken wanted() {
        Set<TokenScope> wanted =
                scopes == null
                        ? Set.of(TokenScope.READ, TokenScope.WRITE)
                        : Given.each(
                                "scopes", scopes, TokenScope::find, "read, write, admin, scim");
        return new NewPersonalToken(Given.text("name", name), wanted, expiresAt);
    }
}
