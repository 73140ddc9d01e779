package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the artifacts that stood as tags inside of answers (until late 2024): {@code <antArtifact
 * identifier="…" type="…" title="…">BODY</antArtifact>}, and takes {@code <antThinking>} out.
 */
final class ArtifactTags {

    private static final String OPEN = "<antArtifact";
    private static final String CLOSE = "</antArtifact>";
    private static final String THINK = "<antThinking>";
    private static final String THOUGHT = "</antThinking>";
    private static final int MAX_ATTRIBUTES = 50;

    private ArtifactTags() {}

    /** A piece of an answer. */
    sealed interface Piece permits Prose, Tag {}

    /** Text between artifacts. */
    record Prose(String text) implements Piece {}

    /**
     * @param body its content; empty for a tag without one
     * @param closed whether the answer reached the end of it
     */
    record Tag(Map<String, String> attributes, String body, boolean closed) implements Piece {

        @Nullable String attribute(String name) {
            String value = attributes.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int next = indexOfEither(text, OPEN, THINK, at);
        while (next >= 0) {
            prose(pieces, text.substring(at, next));
            at = is(text, next, THINK) ? afterThinking(text, next) : afterTag(text, next, pieces);
            next = indexOfEither(text, OPEN, THINK, at);
        }
        prose(pieces, at == 0 ? text : text.substring(at));
        return pieces;
    }

    private static void prose(List<Piece> pieces, String text) {
        if (!text.isBlank()) {
            pieces.add(new Prose(text));
        }
    }

    /** Thoughts that never end go on to the artifact they lead to, or to the end. */
    private static int afterThinking(String text, int at) {
        int end = indexOfEither(text, THOUGHT, OPEN, at);
        if (end < 0) {
            return text.length();
        }
        return is(text, end, THOUGHT) ? end + THOUGHT.length() : end;
    }

    private static int afterTag(String text, int start, List<Piece> pieces) {
        Map<String, String> attributes = new HashMap<>();
        int bodyStart = attributes(text, start + OPEN.length(), attributes);
        if (bodyStart < 0) {
            pieces.add(new Tag(attributes, "", false));
            return text.length();
        }
        if (text.charAt(bodyStart - 2) == '/') {
            pieces.add(new Tag(attributes, "", true));
            return bodyStart;
        }
        int end = indexOfEither(text, CLOSE, CLOSE, bodyStart);
        int bodyEnd = end < 0 ? text.length() : end;
        String body = body(text.substring(bodyStart, bodyEnd), attributes.get("type"), end >= 0);
        pieces.add(new Tag(attributes, body, end >= 0));
        return end < 0 ? text.length() : end + CLOSE.length();
    }

    /** Reads up to the end of the opening tag; answers what follows it, -1 if it never ends. */
    private static int attributes(String text, int from, Map<String, String> attributes) {
        int at = from;
        while (at < text.length() && attributes.size() < MAX_ATTRIBUTES) {
            char c = text.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (Character.isWhitespace(c) || c == '/') {
                at++;
                continue;
            }
            int nameEnd = at;
            while (nameEnd < text.length() && "=> \t\r\n".indexOf(text.charAt(nameEnd)) < 0) {
                nameEnd++;
            }
            String name = text.substring(at, nameEnd).toLowerCase(Locale.ROOT);
            at = nameEnd;
            if (at < text.length() && text.charAt(at) == '=') {
                at = value(text, at + 1, name, attributes);
            }
        }
        return -1;
    }

    private static int value(String text, int from, String name, Map<String, String> attributes) {
        char quote = from < text.length() ? text.charAt(from) : 0;
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? from + 1 : from;
        int end = start;
        while (end < text.length() && !ends(text.charAt(end), quoted, quote)) {
            end++;
        }
        attributes.putIfAbsent(name, unescaped(text.substring(start, end)));
        return quoted ? Math.min(end + 1, text.length()) : end;
    }

    private static boolean ends(char c, boolean quoted, char quote) {
        return quoted ? c == quote : c == '>' || Character.isWhitespace(c);
    }

    private static String unescaped(String value) {
        if (value.indexOf('&') < 0) {
            return value;
        }
        return value.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Without the line ends that belong to the tags, and without a fence around all of it. */
    private static String body(String raw, @Nullable String type, boolean closed) {
        String body = raw;
        if (body.startsWith("\r\n")) {
            body = body.substring(2);
        } else if (body.startsWith("\n")) {
            body = body.substring(1);
        }
        if (!closed) {
            return body;
        }
        if (body.endsWith("\r\n")) {
            body = body.substring(0, body.length() - 2);
        } else if (body.endsWith("\n")) {
            body = body.substring(0, body.length() - 1);
        }
        boolean isText = type != null && type.startsWith("text/markdown");
        return isText ? body : withoutFence(body);
    }

    private static String withoutFence(String body) {
        String trimmed = body.strip();
        int firstLine = trimmed.indexOf('\n');
        boolean fenced = trimmed.startsWith("```") && trimmed.endsWith("\n```");
        if (!fenced || firstLine < 0 || firstLine >= trimmed.length() - 4) {
            return body;
        }
        String inner = trimmed.substring(firstLine + 1, trimmed.length() - 4);
        boolean another = inner.startsWith("```") || inner.contains("\n```");
        return another ? body : inner;
    }

    private static int indexOfEither(String text, String one, String other, int from) {
        int at = text.indexOf('<', from);
        while (at >= 0 && !is(text, at, one) && !is(text, at, other)) {
            at = text.indexOf('<', at + 1);
        }
        return at;
    }

    private static boolean is(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }
}
