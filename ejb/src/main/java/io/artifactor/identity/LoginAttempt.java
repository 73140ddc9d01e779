package io.artifactor.identity;

import java.util.Optional;

/**
 * What somebody signs in with.
 *
 * @param code a one-time or recovery code, where one is asked for
 * @param deviceToken what an earlier sign-in on the same device was given
 * @param network by which attempts are counted; empty where they are not
 */
public record LoginAttempt(
        String username,
        String password,
        Optional<String> code,
        Optional<String> deviceToken,
        Optional<String> network) {

    @Override
    public String toString() {
        return "LoginAttempt[" + network.orElse("") + "]";
    }
}
