package io.artifactor.identity;

import java.util.Optional;

/**
 * What somebody gives beside their password; if both are there, the key counts.
 *
 * @param code a one-time or recovery code
 * @param key what a security key signed
 */
public record FactorProof(Optional<String> code, Optional<KeyAnswer> key) {

    boolean isGiven() {
        return code.isPresent() || key.isPresent();
    }

    @Override
    public String toString() {
        return "FactorProof[]";
    }
}
