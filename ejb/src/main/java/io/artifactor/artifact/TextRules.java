package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.Unprintable;
import java.util.Locale;
import java.util.regex.Pattern;

/** What texts about an artifact may hold; each rule returns the text as it will be kept. */
public final class TextRules {

    public static final int MAX_TITLE = 500;
    static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_SEARCHED = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9][a-z0-9+#._-]{0,49}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,99}/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}");

    private TextRules() {}

    /** A title of 1 to 500 characters in one line, without spaces around it. */
    public static String title(String text) {
        String title = text.strip();
        if (title.isEmpty()) {
            throw Problem.invalid("title", "must not be empty.");
        }
        refuseLonger("title", title, MAX_TITLE);
        refuseUnprintable("title", title, false);
        return title;
    }

    /** A description of up to 20,000 characters in any number of lines. */
    public static String description(String text) {
        refuseLonger("description", text, MAX_DESCRIPTION);
        refuseUnprintable("description", text, true);
        return text.strip();
    }

    /** The name of a language in lower case, such as {@code c++} or {@code objective-c}. */
    public static String language(String text) {
        String language = text.strip().toLowerCase(Locale.ROOT);
        if (!LANGUAGE.matcher(language).matches()) {
            throw Problem.invalid(
                    "language",
                    "must be a name such as python or c++: 1 to 50 letters, digits and + # . _ -");
        }
        return language;
    }

    /** A media type in lower case, its parameters dropped. */
    public static String mediaType(String text) {
        String type = text.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!MEDIA_TYPE.matcher(type).matches()) {
            throw Problem.invalid("mediaType", "must be a media type such as text/html.");
        }
        return type;
    }

    public static ArtifactKind kind(String text) {
        return ArtifactKind.of(text)
                .orElseThrow(() -> Problem.invalid("kind", "must be one of " + ids() + "."));
    }

    public static Visibility visibility(String text) {
        return Visibility.of(text)
                .orElseThrow(() ->
                        Problem.invalid("visibility", "must be one of private, shared, public."));
    }

    private static String ids() {
        StringBuilder ids = new StringBuilder();
        for (ArtifactKind kind : ArtifactKind.values()) {
            ids.append(ids.isEmpty() ? "" : ", ").append(kind.id());
        }
        return ids.toString();
    }

    public static Source source(String text) {
        return Source.of(text)
                .orElseThrow(() -> Problem.invalid("source", "is not a source known here."));
    }

    /** A piece of a title to look for. */
    public static String searched(String text) {
        refuseLonger("q", text, MAX_SEARCHED);
        refuseUnprintable("q", text, false);
        return text.strip();
    }

    /**
     * A pattern that finds the text anywhere, as it stands: {@code 100%} finds a percent sign. The
     * character for {@code escape} is {@code !}.
     */
    public static String contains(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    static void refuseLonger(String field, String text, int limit) {
        if (text.length() > limit) {
            throw Problem.invalid(
                    field, "has %,d characters, at most %,d fit.".formatted(text.length(), limit));
        }
    }

    /**
     * Control characters break tables, headers and terminals; halves of surrogate pairs are no
     * text; characters that turn the direction of writing around make one name look like another.
     */
    static void refuseUnprintable(String field, String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (Unprintable.is(character) && !(lines && isLayout(character))) {
                throw Problem.invalid(
                        field,
                        "must not hold the character U+%04X (at %d).".formatted(character, i));
            }
            i += Character.charCount(character);
        }
    }

    private static boolean isLayout(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }
}
