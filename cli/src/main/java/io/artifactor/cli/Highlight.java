package io.artifactor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the server's snippets: HTML-escaped text whose only tags are {@code <em>} and {@code
 * </em>}.
 */
final class Highlight {

    private static final Pattern TAG = Pattern.compile("</?em>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:(lt|gt|amp|quot|apos)|#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));");

    private Highlight() {}

    static List<Span> spans(String snippet) {
        List<Span> spans = new ArrayList<>();
        Matcher tag = TAG.matcher(snippet);
        boolean strong = false;
        int from = 0;
        while (tag.find()) {
            add(spans, snippet.substring(from, tag.start()), strong);
            strong = tag.group().equals("<em>");
            from = tag.end();
        }
        add(spans, snippet.substring(from), strong);
        return spans;
    }

    private static void add(List<Span> spans, String escaped, boolean strong) {
        if (!escaped.isEmpty()) {
            String text = unescape(escaped);
            spans.add(strong ? Span.strong(text) : Span.plain(text));
        }
    }

    private static String unescape(String escaped) {
        return ENTITY.matcher(escaped)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        if (name != null) {
            return switch (name) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> "&";
            };
        }
        String decimal = entity.group(2);
        int code =
                decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(entity.group(3), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
    }
}
