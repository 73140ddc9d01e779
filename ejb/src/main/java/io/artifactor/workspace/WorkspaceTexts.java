package io.artifactor.workspace;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;

/** What the texts about a workspace may hold; each rule returns the text as it will be kept. */
final class WorkspaceTexts {

    private static final int MAX_NAME = 120;
    private static final int MAX_DESCRIPTION = 2_000;
    private static final int MAX_USERNAME = 254;

    private WorkspaceTexts() {}

    /** One line, without spaces around it. */
    static String name(String text) {
        String name = text.strip();
        if (name.isEmpty()) {
            throw Problem.invalid("name", "must not be empty.");
        }
        return checked("name", name, MAX_NAME, false);
    }

    /** Any number of lines. */
    static String description(String text) {
        return checked("description", text.strip(), MAX_DESCRIPTION, true);
    }

    /** Whatever users may be called; whether there is one is another question. */
    static String username(String text) {
        return checked("username", text, MAX_USERNAME, false);
    }

    private static String checked(String field, String text, int limit, boolean lines) {
        if (text.length() > limit) {
            throw Problem.invalid(
                    field, "has %,d characters, at most %,d fit.".formatted(text.length(), limit));
        }
        if (text.codePoints().anyMatch(it -> Unprintable.is(it) && !(lines && isLayout(it)))) {
            throw Problem.invalid(field, "contains a control character.");
        }
        return text;
    }

    private static boolean isLayout(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }
}
