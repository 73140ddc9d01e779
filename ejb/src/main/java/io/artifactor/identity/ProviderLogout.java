package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What a sound logout token of the provider of OpenID Connect says. At least one of subject and
 * session is there.
 *
 * @param issuer the provider
 * @param id what the provider calls the token
 * @param end from when on it is not sound any more
 * @param subject what the provider calls somebody for ever
 * @param session what it calls the sign-in that is over
 */
public record ProviderLogout(
        String issuer, String id, Instant end, Optional<String> subject, Optional<String> session) {

    @Override
    public String toString() {
        return "ProviderLogout[" + id + "]";
    }
}
