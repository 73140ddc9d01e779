package io.artifactor.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refresh token, to be spent or ended. */
@Schema(name = "RefreshTokenRequest")
public record RefreshTokenRequest(@Nullable String refreshToken) {

    @Override
    public String toString() {
        return "RefreshTokenRequest[]";
    }
}
