package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * What makes a category; checked, and kept as the rules return it.
 *
 * @param colour as {@code #rrggbb}
 * @param extensions endings of file names, such as {@code py} or {@code tar.gz}
 * @param patterns what whole file names look like, such as {@code README*}
 */
public record CategoryDraft(
        String name, String colour, List<String> extensions, List<String> patterns) {

    private static final int MOST = 100;
    private static final int MAX_PATTERN = 100;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern EXTENSION =
            Pattern.compile("[^./\\\\*?]{1,30}(\\.[^./\\\\*?]{1,30}){0,2}");

    public CategoryDraft {
        name = NameRules.category(name);
        colour = colour(colour);
        extensions = each("extensions", extensions, CategoryDraft::extension);
        patterns = each("patterns", patterns, CategoryDraft::pattern);
    }

    private static String colour(String text) {
        TextRules.refuseLonger("colour", text, "#rrggbb".length());
        String colour = text.toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) {
            throw Problem.invalid("colour", "must be a colour such as #2563eb.");
        }
        return colour;
    }

    private static List<String> each(
            String field, List<String> texts, BinaryOperator<String> rule) {
        if (texts.size() > MOST) {
            throw Problem.invalid(
                    field, "has %,d entries, at most %d fit.".formatted(texts.size(), MOST));
        }
        Set<String> checked = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String place = field + "[" + i + "]";
            String text = texts.get(i);
            if (text == null) {
                throw Problem.invalid(place, "must be a text.");
            }
            TextRules.refuseLonger(place, text, MAX_PATTERN);
            TextRules.refuseUnprintable(place, text, false);
            checked.add(rule.apply(place, text.strip().toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(checked);
    }

    private static String extension(String place, String text) {
        String extension = text.startsWith(".") ? text.substring(1) : text;
        if (!EXTENSION.matcher(extension).matches()) {
            throw Problem.invalid(place, "must be the ending of file names, such as py or tar.gz.");
        }
        return extension;
    }

    private static String pattern(String place, String text) {
        if (text.isEmpty() || text.indexOf('/') >= 0 || text.indexOf('\\') >= 0) {
            throw Problem.invalid(place, "must be a file name in which * and ? stand for others.");
        }
        return text;
    }
}
