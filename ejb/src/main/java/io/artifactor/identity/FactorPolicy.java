package io.artifactor.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who must have a second factor. */
enum FactorPolicy {
    OPTIONAL,
    ADMINISTRATORS,
    EVERYONE;

    static Optional<FactorPolicy> find(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean asks(Set<Role> roles) {
        return switch (this) {
            case OPTIONAL -> false;
            case ADMINISTRATORS -> roles.contains(Role.ADMIN);
            case EVERYONE -> true;
        };
    }
}
