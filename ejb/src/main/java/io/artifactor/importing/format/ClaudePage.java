package io.artifactor.importing.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page of claude.ai as a browser saved it: a shared conversation, or one's own. Its code blocks
 * are what can be read reliably; the page knows no versions, so a conversation read from one is
 * kept apart from the same one read from an export.
 */
final class ClaudePage {

    static final String FORMAT = "claude-page/1";

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https://(?:www\\.)?(?:claude\\.ai|claude\\.site)/[\\w/.-]{0,200}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SAVED =
            Pattern.compile("<!-- saved from url=\\(\\d{1,6}\\)(https://claude\\.ai/[^ >]{0,300})");
    private static final Pattern ID = Pattern.compile("/(?:chat|share|artifacts)/([\\w-]{8,64})");
    private static final Pattern TITLE_END =
            Pattern.compile("(?: [-|–\\\\]| \\\\) Claude$", Pattern.CASE_INSENSITIVE);
    private static final String TURNS =
            "[data-testid=user-message], .font-user-message, .font-claude-message,"
                    + " .font-claude-response";

    private ClaudePage() {}

    /** Whether the beginning of a page says that it is one of claude.ai. */
    static boolean isOne(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        if (!lower.contains("claude.ai") && !lower.contains("claude.site")) {
            return false;
        }
        return address(Jsoup.parse(start), start) != null;
    }

    /** What the page says its own address is; links to other pages say nothing. */
    private static @Nullable String address(Document page, String html) {
        String[] own = {
            page.select("link[rel=canonical]").attr("href"),
            page.select("meta[property=og:url]").attr("content")
        };
        for (String address : own) {
            if (ADDRESS.matcher(address).matches()) {
                return address;
            }
        }
        Matcher saved = SAVED.matcher(html.substring(0, Math.min(html.length(), 2_000)));
        if (saved.find()) {
            return saved.group(1);
        }
        boolean titled = TITLE_END.matcher(page.title()).find();
        return titled ? "https://claude.ai/" : null;
    }

    static ImportedConversation read(String html, ElementContext context) {
        Document page = Jsoup.parse(html);
        String address = address(page, html);
        ConversationDraft conversation = new ConversationDraft(context, "claude");
        conversation.title = title(page, context);
        Matcher id = ID.matcher(address == null ? "" : address);
        conversation.sourceId = id.find() ? "page-" + id.group(1) : null;
        page.select("script, style, noscript, template, button, svg, nav, [hidden]").remove();
        boolean turns = false;
        for (Element turn : page.select(TURNS)) {
            if (turn.parents().stream().noneMatch(it -> it.is(TURNS))) {
                add(conversation, sender(turn), turn);
                turns = true;
            }
        }
        if (!turns) {
            add(conversation, Sender.ASSISTANT, page.body());
        }
        return conversation.finish();
    }

    private static void add(ConversationDraft conversation, Sender sender, Element element) {
        TurnDraft turn = conversation.draft(conversation.messageId(null), sender);
        turn.sayWithArtifacts(PageText.of(element), "0");
        if (!turn.isBlank()) {
            conversation.add(OtherDialects.turn(turn, null));
        }
    }

    private static Sender sender(Element turn) {
        boolean human =
                turn.attr("data-testid").equals("user-message")
                        || turn.hasClass("font-user-message");
        return human ? Sender.HUMAN : Sender.ASSISTANT;
    }

    private static String title(Document page, ElementContext context) {
        String shared = page.select("meta[property=og:title]").attr("content");
        String title = shared.isBlank() ? page.title() : shared;
        String own = TITLE_END.matcher(title).replaceFirst("").strip();
        boolean says = !own.isEmpty() && !own.equalsIgnoreCase("claude");
        return says ? own : context.fileTitle();
    }
}
