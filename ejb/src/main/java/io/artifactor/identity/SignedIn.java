package io.artifactor.identity;

import java.time.Duration;

/**
 * What a client gets for signing in: a short-lived access token and the refresh token to get the
 * next one with.
 */
public record SignedIn(
        String accessToken,
        Duration accessLife,
        String refreshToken,
        Duration refreshLife,
        boolean passwordChangeRequired) {

    @Override
    public String toString() {
        return "SignedIn[passwordChangeRequired=" + passwordChangeRequired + "]";
    }
}
