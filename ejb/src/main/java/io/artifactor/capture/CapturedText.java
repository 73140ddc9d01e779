package io.artifactor.capture;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of what an extension found on a page what stood there before the extension changed it. */
final class CapturedText {

    static final int LONGEST_TITLE = 300;

    private static final String LABEL = "📥";

    /**
     * The extension's button as it reads, such as {@code 📥 Downloadcode (python)}: at the end of a
     * block once, of a block around it twice.
     */
    private static final Pattern BUTTON =
            Pattern.compile(
                    "📥 ?Download ?(?:text|code|html|svg|markdown|json|xml|css|javascript|typescript"
                            + "|python|other)?(?: ?\\([\\w+#. -]{1,40}\\))?");

    private static final Pattern OPENING_TAG =
            Pattern.compile("<(?:button|span|div|a)\\b[^<>]{0,1000}>");
    private static final List<String> CLOSING_TAGS =
            List.of("</button>", "</span>", "</div>", "</a>");
    private static final int LONGEST_BUTTON = 80;
    private static final int LONGEST_TAG = 1_020;
    private static final Pattern MANY_LINES = Pattern.compile("\\n{4,}");

    /** The extension gives what has no title the time at which it saw it, in the local form. */
    private static final Pattern TIME = Pattern.compile("\\d[\\d:.\\sAaPpMm\u202F\u00A0]{3,14}");

    private static final String NAMED_BY_TIME = " Artifact ";

    private CapturedText() {}

    /** The content without the extension's own marks, written in one way. */
    static String content(String found) {
        String text = withoutControls(found.replace("\r\n", "\n").replace('\r', '\n')).strip();
        int end = text.length();
        for (int next = beforeButton(text, end); next >= 0; next = beforeButton(text, end)) {
            end = next;
        }
        return MANY_LINES.matcher(text.substring(0, end)).replaceAll("\n\n\n").strip();
    }

    /**
     * Where the text ends without the button at its very end and the element around that, or -1 if
     * there is none. By positions, because a page may hold a hundred thousand of them.
     */
    private static int beforeButton(String text, int end) {
        int closing = beforeClosingTag(text, end);
        int inner = withoutSpace(text, closing < 0 ? end : closing);
        int button = text.lastIndexOf(LABEL, inner - 1);
        if (button < 0
                || inner - button > LONGEST_BUTTON
                || !BUTTON.matcher(text).region(button, inner).matches()) {
            return -1;
        }
        int rest = withoutSpace(text, button);
        if (closing < 0) {
            return rest;
        }
        int opening = text.lastIndexOf('<', rest - 1);
        boolean around =
                opening >= 0
                        && rest - opening <= LONGEST_TAG
                        && OPENING_TAG.matcher(text).region(opening, rest).matches();
        return around ? withoutSpace(text, opening) : -1;
    }

    private static int beforeClosingTag(String text, int end) {
        for (String tag : CLOSING_TAGS) {
            if (text.startsWith(tag, end - tag.length())) {
                return end - tag.length();
            }
        }
        return -1;
    }

    private static int withoutSpace(String text, int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** One line, the same for the same element however often it is seen. */
    static String title(@Nullable String found) {
        if (found == null) {
            return "Untitled";
        }
        String start = found.substring(0, Math.min(found.length(), LONGEST_TITLE * 4));
        String line = onOneLine(start);
        String title = withoutTime(line);
        if (title.length() > LONGEST_TITLE) {
            int cut = LONGEST_TITLE;
            title = title.substring(0, isPair(title, cut) ? cut - 1 : cut).strip();
        }
        return title.isEmpty() ? "Untitled" : title;
    }

    private static String withoutTime(String line) {
        int end = line.lastIndexOf(NAMED_BY_TIME);
        if (end <= 0) {
            return line;
        }
        String rest = line.substring(end + NAMED_BY_TIME.length());
        boolean timed = rest.contains(":") && TIME.matcher(rest).matches();
        return timed ? line.substring(0, end + NAMED_BY_TIME.length() - 1) : line;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isForTitles(character) ? character : ' ')
                .forEach(line::appendCodePoint);
        return line.toString().replaceAll(" {2,}", " ").replace(LABEL, "").strip();
    }

    private static boolean isForTitles(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** Halves of surrogate pairs and control characters can be kept by nobody. */
    private static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> !isControl(character))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isControl(int character) {
        return Character.getType(character) == Character.SURROGATE
                || (Character.isISOControl(character) && character != '\n' && character != '\t');
    }
}
