package io.artifactor.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a sound access token of the provider of OpenID Connect says.
 *
 * @param issuer the provider
 * @param subject what the provider calls somebody for ever
 * @param issuedAt from when on it says so
 * @param end when it is over
 * @param scopes what it may be used for
 * @param key the thumbprint of the key of the client's to which it is bound, if it is
 * @param person how they are called, as far as it says
 */
public record ProviderToken(
        String issuer,
        String subject,
        Instant issuedAt,
        Instant end,
        Set<TokenScope> scopes,
        Optional<String> key,
        Person person) {

    public ProviderToken {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Access tokens need not tell any of it.
     *
     * @param email only if the provider knows that it is theirs
     * @param groups empty if nothing is said of groups, which is not the same as none
     */
    public record Person(
            Optional<String> username,
            Optional<String> displayName,
            Optional<String> email,
            Optional<Set<String>> groups) {}

    @Override
    public String toString() {
        return "ProviderToken[" + subject + "]";
    }
}
