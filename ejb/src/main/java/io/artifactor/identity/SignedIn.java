package io.artifactor.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client gets for signing in: a short-lived access token and the refresh token to get the
 * next one with.
 *
 * @param deviceToken by which the device is known at the next sign-in with a password
 */
public record SignedIn(
        String accessToken,
        Duration accessLife,
        String refreshToken,
        Duration refreshLife,
        boolean passwordChangeRequired,
        boolean secondFactorSetupRequired,
        Optional<String> deviceToken) {

    SignedIn on(String device) {
        return new SignedIn(
                accessToken,
                accessLife,
                refreshToken,
                refreshLife,
                passwordChangeRequired,
                secondFactorSetupRequired,
                Optional.of(device));
    }

    @Override
    public String toString() {
        return "SignedIn[passwordChangeRequired=" + passwordChangeRequired + "]";
    }
}
