package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;

/** What branches may be called. */
final class BranchNames {

    private static final int MAX_LENGTH = 100;
    private static final int MAX_BRANCHES = 200;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._/-]*");

    private BranchNames() {}

    /** A name of 1 to 100 letters, digits, spaces and {@code . _ - /}. */
    static String checked(String text) {
        String name = text.strip();
        TextRules.refuseLonger("name", name, MAX_LENGTH);
        TextRules.refuseUnprintable("name", name, false);
        boolean isName = NAME.matcher(name).matches() && !" ._/-".contains(lastOf(name));
        if (!isName || name.contains("..") || name.contains("//")) {
            throw Problem.invalid(
                    "name",
                    "must be 1 to 100 letters, digits, spaces and . _ - / that begin and end with"
                            + " a letter or digit.");
        }
        return name;
    }

    private static String lastOf(String name) {
        return name.substring(name.length() - 1);
    }

    /** Names that differ in case only would be one on some systems, and the same to readers. */
    static void requireFree(String name, List<String> taken) {
        boolean isTaken =
                name.equalsIgnoreCase(Artifact.MAIN_BRANCH)
                        || taken.stream().anyMatch(name::equalsIgnoreCase);
        if (isTaken) {
            throw new Problem(
                    ProblemCode.CONFLICT, "The artifact has a branch of that name already.");
        }
        if (taken.size() >= MAX_BRANCHES) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The artifact has %d branches, which is as many as fit."
                            .formatted(taken.size()));
        }
    }
}
