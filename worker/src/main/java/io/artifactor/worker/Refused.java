package io.artifactor.worker;

import java.io.IOException;

/** There will be no result, and this word says why. */
final class Refused extends IOException {

    static final String TOO_LARGE = "too-large";
    static final String UNSUPPORTED = "unsupported";
    static final String DAMAGED = "damaged";

    private static final long serialVersionUID = 1;

    Refused(String outcome) {
        super(outcome);
    }

    String outcome() {
        return String.valueOf(getMessage());
    }
}
