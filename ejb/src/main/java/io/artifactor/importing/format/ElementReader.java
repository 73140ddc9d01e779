package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.importing.format.ElementJson.Malformed;
import io.artifactor.importing.format.RawElement.Flaw;
import org.jspecify.annotations.Nullable;

/** Turns one element of an export into a record, whichever vendor it is from. */
final class ElementReader {

    private static final int BEGINNING = 8_192;

    private final ReadingOptions options;
    private final String fileName;

    /**
     * @param fileName as it is shown in reasons
     */
    ElementReader(ReadingOptions options, String fileName) {
        this.options = options;
        this.fileName = fileName;
    }

    ImportedRecord read(RawElement element) {
        Flaw flaw = element.flaw();
        if (flaw != null) {
            return unreadable(element, flaw.code(), flaw.reason());
        }
        try {
            JsonNode node = ElementJson.parse(element);
            ElementContext context =
                    ElementContext.of(
                            options,
                            FileTitles.of(fileName),
                            element.bytes(),
                            element.from(),
                            element.length());
            ImportedConversation conversation = conversation(node, context);
            return conversation != null
                    ? conversation
                    : unreadable(element, "not-a-conversation", expected(node));
        } catch (Malformed e) {
            return unreadable(element, e.code(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable ImportedConversation conversation(
            JsonNode node, ElementContext context) {
        if (node.isArray() && OtherDialects.isMessages(node)) {
            return ClaudeConversation.readMessages(node, context);
        }
        if (!node.isObject()) {
            return null;
        }
        if (isFilled(node, "chat_messages")) {
            return ClaudeConversation.read(node, context);
        }
        if (node.has("mapping")) {
            return ChatgptConversation.read(node, context);
        }
        if (isFilled(node, "messages")) {
            return ClaudeConversation.read(node, context);
        }
        if (isFilled(node, "chats")) {
            return OtherDialects.readPrompts(node, context);
        }
        if (isFilled(node, "artifacts")) {
            return OtherDialects.readArtifacts(node, context);
        }
        // Conversations without any message have been seen in exports.
        boolean named = node.has("uuid") && node.has("name") && !node.has("docs");
        return named && !node.has("email_address") ? ClaudeConversation.read(node, context) : null;
    }

    private static boolean isFilled(JsonNode node, String field) {
        return node.path(field).isArray();
    }

    private static String expected(JsonNode node) {
        String found = node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        if (node.isObject()) {
            StringBuilder keys = new StringBuilder();
            node.fieldNames()
                    .forEachRemaining(key -> {
                        if (keys.length() < 200) {
                            keys.append(keys.isEmpty() ? "" : ", ").append(key);
                        }
                    });
            found = "an object with " + (keys.isEmpty() ? "nothing" : keys) + " in it";
        }
        return "expected a conversation, an object with chat_messages, mapping or messages, but it is "
                + found;
    }

    private UnreadableRecord unreadable(RawElement element, String code, String reason) {
        String beginning = element.beginning(BEGINNING);
        String id = valueOf(beginning, "uuid", "conversation_id", "id");
        String name = valueOf(beginning, "name", "title");
        String which = "Element " + (element.index() + 1) + " of " + fileName;
        String where =
                which
                        + ", at byte "
                        + element.offset()
                        + (id == null ? "" : ", id " + id)
                        + ": "
                        + reason
                        + ".";
        return new UnreadableRecord(
                "unreadable:" + (id != null ? id : fileName + ":" + element.index()),
                name != null && !name.isBlank() ? name : which,
                code,
                where);
    }

    /** The value of the first of these keys, read from text that need not be JSON. */
    private static @Nullable String valueOf(String text, String... keys) {
        for (String key : keys) {
            int at = text.indexOf('"' + key + '"');
            int colon = at < 0 ? -1 : text.indexOf(':', at + key.length() + 2);
            int open = colon < 0 ? -1 : text.indexOf('"', colon);
            int close = open < 0 ? -1 : text.indexOf('"', open + 1);
            boolean direct = open >= 0 && text.substring(colon + 1, open).isBlank();
            if (direct && close > open + 1 && close - open < 300) {
                return text.substring(open + 1, close);
            }
        }
        return null;
    }
}
