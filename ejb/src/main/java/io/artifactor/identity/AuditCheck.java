package io.artifactor.identity;

import java.util.List;
import java.util.Optional;

/**
 * What a check of the audit log found.
 *
 * @param lines how many lines are bound into chains
 * @param breaks where a chain is broken; the first hundred
 * @param anchor the ends of all chains, to be kept elsewhere: what is cut off or written anew
 *     later, even with all that follows, does not lead to them any more
 */
public record AuditCheck(long lines, List<Break> breaks, String anchor) {

    public AuditCheck {
        breaks = List.copyOf(breaks);
    }

    /**
     * A place where a chain is broken.
     *
     * @param chain which one; empty for a line that is in none
     * @param line the number of the line, where there is one
     */
    public record Break(
            Optional<Integer> chain, Optional<Long> position, Optional<Long> line, Reason reason) {}

    /** What is wrong there. */
    public enum Reason {
        /** The line is not the one that was bound. */
        LINE_CHANGED("line-changed"),
        /** The line that was bound is gone. */
        LINE_MISSING("line-missing"),
        /** The line was not written by the product, or the chain lost a link. */
        LINK_MISSING("link-missing"),
        /** The chain ends elsewhere than it did. */
        END_MISSING("end-missing"),
        /** The chain does not come by where it ended when the anchor was made. */
        ANCHOR_MISSING("anchor-missing");

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        static Reason of(String id) {
            for (Reason reason : values()) {
                if (reason.id.equals(id)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("No such reason: " + id);
        }
    }
}
