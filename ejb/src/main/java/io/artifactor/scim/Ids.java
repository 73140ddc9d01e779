package io.artifactor.scim;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as clients send them: what is none is nobody's. */
final class Ids {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    static Optional<UUID> find(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
