package io.artifactor.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * A sign-in that a browser's cookie carries.
 *
 * @param cookie what the cookie holds, and nobody but the browser
 * @param deviceToken by which the device is known at the next sign-in with a password
 */
public record BrowserSession(
        String cookie,
        Duration life,
        boolean passwordChangeRequired,
        boolean secondFactorSetupRequired,
        Optional<String> deviceToken) {

    @Override
    public String toString() {
        return "BrowserSession[passwordChangeRequired=" + passwordChangeRequired + "]";
    }
}
