package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds fenced code blocks in Markdown, as CommonMark defines them but at any indentation. */
final class CodeFences {

    private CodeFences() {}

    /**
     * @param title a heading or file name that stands with it
     * @param closed whether the text reached the end of it
     */
    record Fence(@Nullable String language, @Nullable String title, String code, boolean closed) {

        /** Whether it is large enough to be kept by itself. */
        boolean isAtLeast(int lines, int characters) {
            return code.length() >= characters
                    && code.chars().filter(c -> c == '\n').count() + 1 >= lines;
        }
    }

    static List<Fence> in(String text) {
        if (!text.contains("```") && !text.contains("~~~")) {
            return List.of();
        }
        return new Scan(text).fences();
    }

    private static final class Scan {

        private final String text;
        private final List<Fence> fences = new ArrayList<>();
        private int at;
        private @Nullable String heading;

        Scan(String text) {
            this.text = text;
        }

        List<Fence> fences() {
            while (at < text.length()) {
                String line = line();
                int indent = indent(line);
                int length = fence(line, indent);
                if (length > 0) {
                    fences.add(block(line, indent, length));
                    heading = null;
                } else if (line.startsWith("#", indent)) {
                    heading = line.substring(indent).replaceFirst("^#{1,6}\\s*", "").strip();
                }
            }
            return fences;
        }

        private String line() {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        }

        private Fence block(String opening, int indent, int length) {
            String info = opening.substring(indent + length).strip();
            char mark = opening.charAt(indent);
            StringBuilder code = new StringBuilder();
            boolean closed = false;
            while (at < text.length() && !closed) {
                String line = line();
                closed = closes(line, mark, length);
                if (!closed) {
                    code.append(line, Math.min(indent, indent(line)), line.length()).append('\n');
                }
            }
            if (!code.isEmpty()) {
                code.setLength(code.length() - 1);
            }
            return new Fence(language(info), title(info), code.toString(), closed);
        }

        private @Nullable String title(String info) {
            for (String word : info.split("[\\s:,{}]+", 10)) {
                String value = word.replaceFirst("^(title|filename|file)=", "").replace("\"", "");
                if (value.matches("[\\w./-]{1,100}\\.[A-Za-z]\\w{0,7}")) {
                    return value;
                }
            }
            return heading == null || heading.isEmpty() ? null : heading;
        }
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length()
                && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }

    /** How many marks open a block here; 0 if none opens. */
    private static int fence(String line, int indent) {
        if (indent >= line.length()) {
            return 0;
        }
        char mark = line.charAt(indent);
        if (mark != '`' && mark != '~') {
            return 0;
        }
        int end = indent;
        while (end < line.length() && line.charAt(end) == mark) {
            end++;
        }
        boolean inline = mark == '`' && line.indexOf('`', end) >= 0;
        return end - indent < 3 || inline ? 0 : end - indent;
    }

    private static boolean closes(String line, char mark, int length) {
        String stripped = line.strip();
        return stripped.length() >= length && stripped.chars().allMatch(c -> c == mark);
    }

    private static @Nullable String language(String info) {
        int end = 0;
        while (end < info.length() && " \t:,{".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        String word = info.substring(0, end).toLowerCase(Locale.ROOT);
        return word.isEmpty() || word.length() > 40 ? null : word;
    }
}
