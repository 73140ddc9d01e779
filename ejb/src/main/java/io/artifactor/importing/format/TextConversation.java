package io.artifactor.importing.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a conversation out of plain text: a Markdown dump with a line before each message that says
 * who wrote it, or pasted text with {@code === ARTIFACT: title ===} lines, tags or fences in it.
 */
final class TextConversation {

    private static final String ROLES = "user|human|you|assistant|claude|chatgpt|system";
    private static final Pattern BOLD =
            Pattern.compile(
                    "\\*\\*(" + ROLES + "):?\\*\\*:?(?: {1,3}[-–—] {1,3}(.{10,40}))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING =
            Pattern.compile(
                    "#{1,4} {1,3}(?:[^\\p{Alnum}\\s]{1,4} {0,2})?(" + ROLES + "):?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKER =
            Pattern.compile("=== ARTIFACT: (.{1,300}) ===", Pattern.CASE_INSENSITIVE);
    private static final int MAX_HEADER = 120;

    private TextConversation() {}

    /** How sure it is that a text is a conversation. */
    enum Likeness {
        NONE,
        /** It holds code that could have been pasted from a chat, and no more. */
        FENCES,
        MARKED,
        DUMP
    }

    private record Header(Sender sender, @Nullable Instant at) {}

    private record Part(@Nullable Header header, StringBuilder text) {}

    static Likeness likeness(String text) {
        boolean assistant = false;
        boolean marked = false;
        int headers = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Header header = header(line);
            if (header != null) {
                headers++;
                assistant |= header.sender() == Sender.ASSISTANT;
            }
            marked |= line.startsWith("=== ") && marker(line) != null;
        }
        if (assistant && headers >= 2) {
            return Likeness.DUMP;
        }
        if (marked || text.toLowerCase(Locale.ROOT).contains("<antartifact ")) {
            return Likeness.MARKED;
        }
        return CodeFences.in(text).isEmpty() ? Likeness.NONE : Likeness.FENCES;
    }

    static ImportedConversation read(String text, ElementContext context) {
        boolean dump = likeness(text) == Likeness.DUMP;
        List<Part> parts = parts(text, dump);
        boolean claude = text.toLowerCase(Locale.ROOT).contains("<antartifact ") || hasMarker(text);
        ConversationDraft conversation =
                new ConversationDraft(context, claude || dump ? "claude" : "api");
        conversation.title = title(parts, context);
        for (Part part : parts) {
            Header header = part.header();
            if (header == null && part.text().toString().isBlank()) {
                continue;
            }
            Sender sender =
                    header != null ? header.sender() : dump ? Sender.SYSTEM : Sender.ASSISTANT;
            TurnDraft turn = conversation.draft(conversation.messageId(null), sender);
            fill(turn, part.text().toString());
            conversation.add(OtherDialects.turn(turn, header == null ? null : header.at()));
        }
        return conversation.finish();
    }

    private static List<Part> parts(String text, boolean dump) {
        List<Part> parts = new ArrayList<>();
        Part current = new Part(null, new StringBuilder());
        String fence = null;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String start = line.strip();
            if (fence == null && (start.startsWith("```") || start.startsWith("~~~"))) {
                fence = start.substring(0, 3);
            } else if (fence != null && start.startsWith(fence) && start.length() == 3) {
                fence = null;
            }
            Header header = dump && fence == null ? header(line) : null;
            if (header == null) {
                current.text().append(line).append('\n');
            } else {
                parts.add(current);
                current = new Part(header, new StringBuilder());
            }
        }
        parts.add(current);
        return parts;
    }

    /** What stands before the first message of a dump may begin with its title. */
    private static String title(List<Part> parts, ElementContext context) {
        Part first = parts.getFirst();
        if (first.header() == null && parts.size() > 1) {
            for (String line : (Iterable<String>) first.text().toString().lines()::iterator) {
                if (line.startsWith("# ") && line.length() < 200) {
                    return line.substring(2).strip();
                }
            }
        }
        return context.fileTitle();
    }

    /** The text with its marked artifacts, which reach to the next marker. */
    private static void fill(TurnDraft turn, String text) {
        if (!hasMarker(text)) {
            turn.sayWithArtifacts(text, "0");
            return;
        }
        StringBuilder body = new StringBuilder();
        String title = null;
        int count = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String next = marker(line);
            if (next == null) {
                body.append(line).append('\n');
                continue;
            }
            keep(turn, title, body.toString(), count++);
            title = next;
            body.setLength(0);
        }
        keep(turn, title, body.toString(), count);
    }

    private static void keep(TurnDraft turn, @Nullable String title, String body, int place) {
        if (title == null) {
            turn.sayWithArtifacts(body, "0");
            return;
        }
        String content = body.strip();
        turn.say("[Artifact: " + title + "]");
        String key = "artifact:marked_" + place;
        if (content.isEmpty()) {
            turn.notes.add("content-missing", "An artifact without content", key);
            return;
        }
        String fileName = title.matches("[\\w.-]{1,100}\\.[A-Za-z]\\w{0,7}") ? title : null;
        Look look = new Look(title, null, null, fileName);
        turn.operate(turn.id + ":m" + place, key, new Edit.Whole(content, null), look);
    }

    private static boolean hasMarker(String text) {
        int at = text.indexOf("=== ");
        while (at >= 0) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            if ((at == 0 || text.charAt(at - 1) == '\n') && marker(line) != null) {
                return true;
            }
            at = text.indexOf("\n=== ", at);
            at = at < 0 ? -1 : at + 1;
        }
        return false;
    }

    private static @Nullable String marker(String line) {
        if (line.length() > 400) {
            return null;
        }
        Matcher matcher = MARKER.matcher(line.strip());
        return matcher.matches() ? matcher.group(1).strip() : null;
    }

    private static @Nullable Header header(String line) {
        if (line.length() > MAX_HEADER || !(line.startsWith("**") || line.startsWith("#"))) {
            return null;
        }
        Matcher bold = BOLD.matcher(line.strip());
        if (bold.matches()) {
            String time = bold.group(2);
            Sender sender = ClaudeConversation.senderOf(bold.group(1));
            return new Header(sender, time == null ? null : Fields.moment(time));
        }
        Matcher heading = HEADING.matcher(line.strip());
        return heading.matches()
                ? new Header(ClaudeConversation.senderOf(heading.group(1)), null)
                : null;
    }
}
