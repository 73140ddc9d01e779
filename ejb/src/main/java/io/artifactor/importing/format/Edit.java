package io.artifactor.importing.format;

import org.jspecify.annotations.Nullable;

/** What an operation does to a content. Immutable; applying it twice gives the same. */
sealed interface Edit permits Edit.Whole, Edit.Exact, PatternEdit, Edit.Impossible {

    /**
     * @param content afterwards
     * @param problem why nothing was changed, or what is wrong with the content
     */
    record Applied(String content, @Nullable String problem) {}

    /** Whether it changes something that is already there. */
    boolean needsBase();

    /** Applies it; {@code before} is empty where nothing is there yet. */
    Applied apply(String before);

    /** The whole content is given. */
    record Whole(String content, @Nullable String problem) implements Edit {

        @Override
        public boolean needsBase() {
            return false;
        }

        @Override
        public Applied apply(String before) {
            return new Applied(content, problem);
        }
    }

    /** One piece of text is replaced; it has to occur exactly once. */
    record Exact(String old, String replacement) implements Edit {

        @Override
        public boolean needsBase() {
            return true;
        }

        @Override
        public Applied apply(String before) {
            if (old.isEmpty()) {
                return new Applied(before, "The text to replace is empty.");
            }
            int first = before.indexOf(old);
            if (first < 0) {
                return new Applied(before, "The text to replace does not occur in the content.");
            }
            if (before.indexOf(old, first + 1) >= 0) {
                return new Applied(
                        before, "The text to replace occurs more than once in the content.");
            }
            int end = first + old.length();
            StringBuilder after =
                    new StringBuilder(before.length() - old.length() + replacement.length());
            after.append(before, 0, first).append(replacement).append(before, end, before.length());
            return new Applied(after.toString(), null);
        }
    }

    /** The operation itself cannot be understood. */
    record Impossible(String reason) implements Edit {

        @Override
        public boolean needsBase() {
            return true;
        }

        @Override
        public Applied apply(String before) {
            return new Applied(before, reason);
        }
    }
}
