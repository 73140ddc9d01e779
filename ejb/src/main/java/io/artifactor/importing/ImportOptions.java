package io.artifactor.importing;

import io.artifactor.problem.Problem;

/**
 * What the user chose for one import: a fenced block of code in a message becomes an artifact of
 * its own if it reaches both sizes.
 */
public record ImportOptions(int codeBlockMinLines, int codeBlockMinChars) {

    public static final ImportOptions DEFAULT = new ImportOptions(5, 200);

    private static final int LARGEST = 1_000_000;

    public ImportOptions {
        check("codeBlockMinLines", codeBlockMinLines);
        check("codeBlockMinChars", codeBlockMinChars);
    }

    private static void check(String field, int value) {
        if (value < 1 || value > LARGEST) {
            throw Problem.invalid(
                    field, "must be between 1 and " + LARGEST + ", but is " + value + ".");
        }
    }
}
