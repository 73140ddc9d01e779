package io.artifactor.importing.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Writes a part of a page as Markdown: paragraphs, headings, and code as fenced blocks with its
 * language and its title. Walks without recursion, however deep the page. Used by one thread.
 */
final class PageText implements NodeFilter {

    private static final Pattern LANGUAGE =
            Pattern.compile("(?:^|\\s)(?:language|lang|hljs)-([\\w+#.-]{1,40})(?:\\s|$)");

    private final StringBuilder text = new StringBuilder();

    private PageText() {}

    static String of(Element root) {
        PageText walk = new PageText();
        NodeTraversor.filter(walk, root);
        return walk.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replaceAll("\\s+", " ").replace("```", "'''"));
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("pre")) {
                code(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            if (name.matches("h[1-6]")) {
                text.append("\n\n").append("#".repeat(name.charAt(1) - '0')).append(' ');
            } else if (element.isBlock() || name.equals("br")) {
                text.append('\n');
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            text.append('\n');
        }
        return FilterResult.CONTINUE;
    }

    private void code(Element pre) {
        Element inner = pre.selectFirst("code");
        Element code = inner == null ? pre : inner;
        String body = code.wholeText().replaceFirst("^\\n", "").stripTrailing();
        String fence = "```";
        while (body.contains(fence)) {
            fence += "`";
        }
        String title = title(pre);
        if (title != null) {
            text.append("\n\n### ").append(title);
        }
        String language = language(code);
        text.append("\n\n").append(fence).append(language == null ? "" : language);
        text.append('\n').append(body).append('\n').append(fence).append("\n\n");
    }

    private static @Nullable String language(Element code) {
        Element parent = code.parent();
        String classes = code.className() + " " + (parent == null ? "" : parent.className());
        Matcher matcher = LANGUAGE.matcher(classes);
        if (matcher.find()) {
            return matcher.group(1).toLowerCase(Locale.ROOT);
        }
        String named = code.attr("data-language");
        return named.matches("[\\w+#.-]{1,40}") ? named.toLowerCase(Locale.ROOT) : null;
    }

    /** What the page itself calls the block. */
    private static @Nullable String title(Element pre) {
        Element at = pre;
        for (int i = 0; at != null && i < 4; i++) {
            for (String name : new String[] {"data-title", "title", "aria-label"}) {
                String title = at.attr(name).replaceAll("\\s+", " ").strip();
                if (!title.isEmpty() && title.length() <= 200) {
                    return title;
                }
            }
            at = at.parent();
        }
        return null;
    }
}
