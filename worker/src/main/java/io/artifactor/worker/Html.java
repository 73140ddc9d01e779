package io.artifactor.worker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * HTML that runs nothing and loads nothing: whatever comes out of a document goes through the
 * policy, also where the renderer promises to be careful itself. Pictures are left out, as loading
 * one tells somebody who reads what and when.
 */
final class Html {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser MARKDOWN = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).sanitizeUrls(true).build();

    private static final PolicyFactory POLICY =
            Sanitizers.FORMATTING
                    .and(Sanitizers.BLOCKS)
                    .and(Sanitizers.LINKS)
                    .and(Sanitizers.TABLES)
                    .and(new HtmlPolicyBuilder().allowElements("pre", "hr", "section").toFactory());

    private Html() {}

    static String ofMarkdown(String markdown) {
        return RENDERER.render(MARKDOWN.parse(markdown));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static Answer page(String body) {
        String page =
                "<!doctype html><html><head><meta charset=\"utf-8\"><title>Preview</title></head><body>"
                        + POLICY.sanitize(body)
                        + "</body></html>";
        return Answer.ready("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
