package io.artifactor.identity.rest;

import io.artifactor.identity.IssuedToken;
import io.artifactor.identity.PersonalToken;
import io.artifactor.identity.TokenScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A personal token; the token itself only in the answer that makes it. */
@Schema(name = "Token")
public record TokenResponse(
        UUID id,
        String name,
        @Schema(description = "The first characters, to tell one from another") String prefix,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Schema(description = "To the minute") @Nullable Instant lastUsedAt,
        @Schema(description = "Shown once, when it is made") @Nullable String token) {

    static TokenResponse of(PersonalToken token) {
        return of(token, null);
    }

    static TokenResponse of(IssuedToken issued) {
        return of(issued.token(), issued.secret());
    }

    private static TokenResponse of(PersonalToken token, @Nullable String secret) {
        return new TokenResponse(
                token.id().value(),
                token.name(),
                token.prefix(),
                token.scopes().stream().sorted().map(TokenScope::id).toList(),
                token.createdAt(),
                token.expiresAt().orElse(null),
                token.lastUsedAt().orElse(null),
                secret);
    }

    @Override
    public String toString() {
        return "TokenResponse[" + id + "]";
    }
}
