package io.artifactor.importing.format;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/**
 * Replacements by patterns, as ChatGPT's canvas does them: Python's syntax, run by an engine whose
 * time is linear in the text, and stopped after so many steps rather than after so much time, so
 * that reading the file again gives the same. The pattern {@code .*} stands for the whole content.
 */
record PatternEdit(List<Replacement> replacements) implements Edit {

    private static final int MAX_PATTERN = 4_000;
    private static final int MAX_PROGRAM = 20_000;
    private static final long MAX_STEPS = 300_000_000L;
    private static final int MAX_RESULT = 64 << 20;

    /** One pattern and what takes the place of its first match, or of every match. */
    record Replacement(String pattern, String replacement, boolean multiple) {}

    PatternEdit {
        replacements = List.copyOf(replacements);
    }

    @Override
    public boolean needsBase() {
        return replacements.stream().noneMatch(PatternEdit::isWhole);
    }

    @Override
    public Applied apply(String before) {
        String content = before;
        for (Replacement one : replacements) {
            Applied applied =
                    isWhole(one) ? new Applied(one.replacement(), null) : apply(content, one);
            if (applied.problem() != null) {
                return new Applied(before, applied.problem());
            }
            content = applied.content();
        }
        return new Applied(content, null);
    }

    private static boolean isWhole(Replacement one) {
        return one.pattern().equals(".*") || one.pattern().equals("(?s).*");
    }

    private static Applied apply(String content, Replacement one) {
        Pattern pattern;
        try {
            if (one.pattern().length() > MAX_PATTERN) {
                return new Applied(content, "The pattern is too long.");
            }
            pattern = Pattern.compile(one.pattern().replace("\\Z", "\\z"));
        } catch (PatternSyntaxException e) {
            return new Applied(content, "The pattern cannot be used: " + e.getDescription() + ".");
        }
        long steps = MAX_STEPS / Math.max(1, pattern.programSize());
        if (pattern.programSize() > MAX_PROGRAM) {
            return new Applied(content, "The pattern is too large.");
        }
        try {
            return replace(content, pattern.matcher(new Metered(content, new Meter(steps))), one);
        } catch (TooManySteps e) {
            return new Applied(content, "The pattern takes too long on this content.");
        }
    }

    private static Applied replace(String content, Matcher matcher, Replacement one) {
        StringBuilder after = new StringBuilder();
        int done = 0;
        int count = 0;
        while (matcher.find() && (count == 0 || one.multiple())) {
            after.append(content, done, matcher.start());
            expand(one.replacement(), content, matcher, after);
            done = matcher.end();
            count++;
            if (after.length() > MAX_RESULT) {
                return new Applied(content, "The replacement makes the content too large.");
            }
        }
        if (count == 0) {
            return new Applied(content, "The pattern does not match anything in the content.");
        }
        after.append(content, done, content.length());
        return new Applied(after.toString(), null);
    }

    /** Python's rules for {@code Match.expand}; what it does not know stays as it is. */
    private static void expand(
            String replacement, String content, Matcher matcher, StringBuilder after) {
        int i = 0;
        while (i < replacement.length()) {
            char c = replacement.charAt(i);
            if (c != '\\' || i + 1 == replacement.length()) {
                after.append(c);
                i++;
                continue;
            }
            char next = replacement.charAt(i + 1);
            int close = next == 'g' ? replacement.indexOf('>', i) : -1;
            if (Character.isDigit(next)) {
                appendGroup(String.valueOf(next), content, matcher, after);
                i += 2;
            } else if (close > 0 && replacement.startsWith("\\g<", i)) {
                appendGroup(replacement.substring(i + 3, close), content, matcher, after);
                i = close + 1;
            } else {
                after.append(escaped(next));
                i += 2;
            }
        }
    }

    private static String escaped(char next) {
        return switch (next) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\' -> "\\";
            default -> "\\" + next;
        };
    }

    private static void appendGroup(
            String name, String content, Matcher matcher, StringBuilder after) {
        int group = groupNumber(name, matcher);
        if (group >= 0 && group <= matcher.groupCount() && matcher.start(group) >= 0) {
            after.append(content, matcher.start(group), matcher.end(group));
        }
    }

    private static int groupNumber(String name, Matcher matcher) {
        if (!name.isEmpty()
                && name.length() < 4
                && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(name);
        }
        Integer named = matcher.pattern().namedGroups().get(name);
        return named == null ? -1 : named;
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    private static final class Meter {

        private long left;

        Meter(long left) {
            this.left = left;
        }

        void step() {
            if (--left < 0) {
                throw new TooManySteps();
            }
        }
    }

    /** Counts how often the engine looks at the text. */
    private record Metered(String text, Meter meter) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            meter.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
