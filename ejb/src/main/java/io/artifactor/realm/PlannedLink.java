package io.artifactor.realm;

import io.artifactor.identity.User;
import java.util.Optional;

/**
 * What becomes of somebody who is expected to come through a realm.
 *
 * @param account whose account it is about, if there is one
 * @param reason in words; for conflicts, why
 */
public record PlannedLink(
        ExpectedIdentity expected, Outcome outcome, Optional<Account> account, String reason) {

    /** What is the case, or would be. */
    public enum Outcome {
        /** They use the account already. */
        LINKED("linked"),
        /** An account has their name or address; an administrator has to confirm. */
        WOULD_LINK("wouldLink"),
        /** They would get an account of their own when they come. */
        WOULD_CREATE("wouldCreate"),
        /** Nobody can tell, or the account is somebody else's. */
        CONFLICT("conflict");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** An account, and by what it was found. */
    public record Account(User user, String by) {}

    static PlannedLink of(ExpectedIdentity expected, Outcome outcome, String reason) {
        return new PlannedLink(expected, outcome, Optional.empty(), reason);
    }

    static PlannedLink of(
            ExpectedIdentity expected, Outcome outcome, Account account, String reason) {
        return new PlannedLink(expected, outcome, Optional.of(account), reason);
    }

    /** The same, refused. */
    PlannedLink conflict(String why) {
        return new PlannedLink(expected, Outcome.CONFLICT, account, why);
    }
}
