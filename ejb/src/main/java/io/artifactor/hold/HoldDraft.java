package io.artifactor.hold;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;

/**
 * The hold somebody asks for.
 *
 * @param name what people call it, such as the number of a case
 * @param reason why it is placed, for the record
 */
public record HoldDraft(String name, String reason, HoldSubject subject) {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_REASON = 2_000;

    public HoldDraft {
        name = name(name);
        reason = reason(reason);
    }

    private static String name(String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (Unprintable.isIn(name)) {
            throw Problem.invalid("name", "contains a control character.");
        }
        return name;
    }

    static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reason", "must have 1 to %,d characters.".formatted(LONGEST_REASON));
        }
        if (reason.indexOf('\0') >= 0) {
            throw Problem.invalid("reason", "contains a control character.");
        }
        return reason;
    }
}
