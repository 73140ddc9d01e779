package io.artifactor.importing.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a content is: found from what the chat calls its type, its language and its file name.
 *
 * @param kind one of code, document, data, image, web, diagram, terminal, archive, other
 * @param ending of a file with it, with the dot; or a whole file name without one
 */
record ContentType(String mediaType, @Nullable String language, String kind, String ending) {

    private static final ContentType PLAIN =
            new ContentType("text/plain", null, "document", ".txt");
    private static final int MAX_NAME = 100;
    private static final String UNSAFE = "<>:\"/\\|?*";

    /**
     * @param type a media type, or what a vendor says instead ({@code code/python}, {@code
     *     document}, {@code application/vnd.ant.react})
     */
    static ContentType of(
            @Nullable String type, @Nullable String language, @Nullable String fileName) {
        String name = type == null ? "" : plain(type);
        ContentType spoken = language == null ? null : ContentTable.byLanguage(plain(language));
        ContentType named = fileName == null ? null : ContentTable.byFileName(plain(fileName));
        ContentType typed = typed(name);
        if (isCode(name)) {
            return code(name, spoken, named, language);
        }
        if (typed != null) {
            return spoken != null && typed.mediaType.equals("text/jsx") ? spoken : typed;
        }
        if (spoken != null) {
            return spoken;
        }
        if (named != null) {
            return named;
        }
        if (language != null && !language.isBlank()) {
            return new ContentType("text/plain", plain(language), "code", ".txt");
        }
        return isMediaType(name) ? new ContentType(name, null, "other", ".txt") : PLAIN;
    }

    /** A harmless file name: the given one without folders, or one made of the title. */
    String fileName(@Nullable String given, String title) {
        if (given != null) {
            String last =
                    given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
            String safe = safe(last);
            if (!safe.isEmpty()) {
                return safe;
            }
        }
        String base = safe(title);
        if (!ending.startsWith(".")) {
            return ending;
        }
        if (base.isEmpty()) {
            base = "artifact";
        }
        return base.toLowerCase(Locale.ROOT).endsWith(ending) ? base : base + ending;
    }

    private static boolean isCode(String name) {
        return name.equals("application/vnd.ant.code")
                || name.equals("code")
                || name.startsWith("code/");
    }

    private static ContentType code(
            String name,
            @Nullable ContentType spoken,
            @Nullable ContentType named,
            @Nullable String language) {
        if (spoken != null) {
            return spoken;
        }
        if (language != null && !language.isBlank()) {
            return new ContentType("text/plain", plain(language), "code", ".txt");
        }
        if (name.startsWith("code/")) {
            String said = name.substring("code/".length());
            ContentType found = ContentTable.byLanguage(said);
            return found == null ? new ContentType("text/plain", said, "code", ".txt") : found;
        }
        return named == null ? new ContentType("text/plain", null, "code", ".txt") : named;
    }

    private static @Nullable ContentType typed(String name) {
        return switch (name) {
            case "application/vnd.ant.react" -> ContentTable.byLanguage("jsx");
            case "application/vnd.ant.mermaid" -> ContentTable.byLanguage("mermaid");
            case "application/javascript", "application/x-javascript" ->
                    ContentTable.byLanguage("javascript");
            case "document" -> ContentTable.byLanguage("markdown");
            case "text/plain", "text" -> null;
            default -> ContentTable.byMediaType(name);
        };
    }

    private static boolean isMediaType(String name) {
        int slash = name.indexOf('/');
        return slash > 0
                && slash < name.length() - 1
                && name.length() < 100
                && name.chars().allMatch(ContentType::isTypeCharacter);
    }

    private static boolean isTypeCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/.+-_".indexOf(c) >= 0;
    }

    private static String plain(String text) {
        return (text.length() > 200 ? text.substring(0, 200) : text)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String safe(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints()
                .limit(MAX_NAME)
                .map(c -> isSafe(c) ? c : '-')
                .forEach(name::appendCodePoint);
        int from = 0;
        int to = name.length();
        while (from < to && " -".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " .-".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        String safe = name.substring(from, to);
        return safe.chars().allMatch(c -> c == '.') ? "" : safe;
    }

    private static boolean isSafe(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && UNSAFE.indexOf(c) < 0;
    }
}
