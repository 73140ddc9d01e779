package io.artifactor.identity;

import java.io.Serial;

/** What a security key signed is not right. */
final class WrongKey extends Exception {

    /** It is not what was asked for, or was not signed by the key. */
    static final String WRONG = "wrong-key";

    /** It signed less often than it has before, so there may be a copy. */
    static final String COUNTER_BACK = "key-counter-back";

    @Serial private static final long serialVersionUID = 1L;

    private final String reason;

    WrongKey(String reason) {
        super(reason);
        this.reason = reason;
    }

    WrongKey(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** As it stands in the audit log. */
    String reason() {
        return reason;
    }
}
