package io.artifactor.identity;

import java.time.Duration;
import java.util.List;

/**
 * What a browser is to ask of a security key that is to be added.
 *
 * @param challenge in base64url; good once
 * @param site the name to which the key will be bound
 * @param user by what the key knows the account, in base64url
 * @param algorithms of keys that will do, by their numbers in COSE, the best first
 * @param known keys that are there already
 */
public record KeyOffer(
        String challenge,
        Duration time,
        String site,
        String user,
        String username,
        String displayName,
        List<Long> algorithms,
        List<KeyReference> known) {

    public KeyOffer {
        algorithms = List.copyOf(algorithms);
        known = List.copyOf(known);
    }

    @Override
    public String toString() {
        return "KeyOffer[]";
    }
}
