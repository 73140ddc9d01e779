package io.artifactor.identity;

import java.time.Instant;

/** What whoever gave the password of a link shows for a while instead of it. */
public record LinkTicket(String text, Instant end) {

    @Override
    public String toString() {
        return "LinkTicket[" + end + "]";
    }
}
