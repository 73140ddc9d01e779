package io.artifactor.identity;

import java.util.Optional;

/**
 * What somebody signs in with.
 *
 * @param factor what is given beside the password, where it is asked for
 * @param deviceToken what an earlier sign-in on the same device was given
 * @param network by which attempts are counted; empty where they are not
 */
public record LoginAttempt(
        String username,
        String password,
        FactorProof factor,
        Optional<String> deviceToken,
        Optional<String> network) {

    @Override
    public String toString() {
        return "LoginAttempt[" + network.orElse("") + "]";
    }
}
