package io.artifactor.identity;

import java.util.Optional;

/** A new user, and the password that was generated for them, at the only moment it is known. */
public record CreatedUser(User user, Optional<String> generatedPassword) {

    @Override
    public String toString() {
        return "CreatedUser[" + user.id() + "]";
    }
}
