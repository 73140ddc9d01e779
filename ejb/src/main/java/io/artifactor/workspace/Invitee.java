package io.artifactor.workspace;

import io.artifactor.identity.EmailAddress;

/** Whom an invitation is for. */
public sealed interface Invitee {

    /** A user, by their name. */
    record Name(String username) implements Invitee {}

    /** Whoever reads the mail sent there; they need an account of theirs to accept. */
    record Address(String email) implements Invitee {

        public Address {
            email = EmailAddress.of("email", email);
        }
    }
}
