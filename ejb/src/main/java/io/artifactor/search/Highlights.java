package io.artifactor.search;

/** Turns marked text into HTML that holds nothing but escaped text and {@code <em>}. */
final class Highlights {

    /** Private-use characters, which are taken out of texts before they are marked. */
    static final String START = "\uE000";

    static final String END = "\uE001";

    private Highlights() {}

    /** Takes the marks out of a text, so that nobody can smuggle one in. */
    static String unmarked(String text) {
        return text.replace(START, "").replace(END, "");
    }

    /** Escapes everything, then makes the marks tags. */
    static String html(String marked) {
        StringBuilder html = new StringBuilder(marked.length() + 32);
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\uE000' -> html.append("<em>");
                case '\uE001' -> html.append("</em>");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
