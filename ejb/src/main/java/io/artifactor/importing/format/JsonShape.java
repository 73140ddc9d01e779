package io.artifactor.importing.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON document holds and how its elements lie in it, as its first keys show.
 *
 * @param container the key of the list, for {@link Layout#WRAPPED}
 */
record JsonShape(Content content, Layout layout, @Nullable String container) {

    /** What the elements are. */
    enum Content {
        CLAUDE("claude-export/1", "Claude conversations"),
        CHATGPT("chatgpt-export/1", "ChatGPT conversations"),
        MESSAGES("chat-messages/1", "Conversations as lists of messages"),
        PROMPTS("claude-prompts/1", "A conversation saved by a browser script"),
        ARTIFACTS("claude-artifacts/1", "Artifacts of the older desktop tool"),
        PROJECTS("claude-projects/1", "Claude projects"),
        ACCOUNT("account/1", "Account data"),
        EMPTY("empty/1", "An empty list"),
        OTHER("json/1", "JSON that is no chat");

        final String format;
        final String description;

        Content(String format, String description) {
            this.format = format;
            this.description = description;
        }

        boolean isChat() {
            return switch (this) {
                case CLAUDE, CHATGPT, MESSAGES, PROMPTS, ARTIFACTS -> true;
                case PROJECTS, ACCOUNT, EMPTY, OTHER -> false;
            };
        }
    }

    /** Where the elements are. */
    enum Layout {
        LIST,
        WRAPPED,
        SINGLE,
        SEQUENCE,
        /** A list in the script of a page. */
        EMBEDDED
    }

    /** Looks at the beginning of a document; null if it does not begin as JSON does. */
    static @Nullable JsonShape of(byte[] head) {
        int first = firstByte(head);
        if (first != '[' && first != '{') {
            return null;
        }
        KeyScan keys = KeyScan.of(head);
        return first == '[' ? ofList(keys, head) : ofObject(keys);
    }

    private static JsonShape ofList(KeyScan keys, byte[] head) {
        Set<String> element = keys.at("[]");
        Content content = content(keys, "[]");
        if (content != Content.OTHER) {
            return new JsonShape(content, Layout.LIST, null);
        }
        if (isMessage(element)) {
            return new JsonShape(Content.MESSAGES, Layout.SINGLE, null);
        }
        boolean empty =
                new String(head, java.nio.charset.StandardCharsets.UTF_8).strip().equals("[]");
        return new JsonShape(empty ? Content.EMPTY : Content.OTHER, Layout.LIST, null);
    }

    private static JsonShape ofObject(KeyScan keys) {
        Set<String> top = keys.at("");
        Content content = content(keys, "");
        if (content != Content.OTHER) {
            Layout layout = keys.hasSeveralTops() ? Layout.SEQUENCE : Layout.SINGLE;
            return new JsonShape(content, layout, null);
        }
        String container = keys.listWith("chat_messages", "mapping", "messages");
        if (container != null) {
            return new JsonShape(content(keys, container + "[]"), Layout.WRAPPED, container);
        }
        if (top.contains("artifacts") && keys.at("artifacts[]").contains("content")) {
            return new JsonShape(Content.ARTIFACTS, Layout.SINGLE, null);
        }
        return new JsonShape(Content.OTHER, Layout.SINGLE, null);
    }

    private static Content content(KeyScan scan, String path) {
        Set<String> keys = scan.at(path);
        if (keys.contains("chat_messages")) {
            return Content.CLAUDE;
        }
        if (keys.contains("mapping")) {
            return Content.CHATGPT;
        }
        if (keys.contains("meta") && keys.contains("chats")) {
            return Content.PROMPTS;
        }
        Set<String> message = scan.at(path.isEmpty() ? "messages[]" : path + ".messages[]");
        if (keys.contains("messages") && isMessage(message)) {
            return Content.MESSAGES;
        }
        boolean isAccount = keys.contains("email_address") || keys.contains("phone_number");
        if (isAccount || keys.contains("login_events")) {
            return Content.ACCOUNT;
        }
        if (keys.contains("uuid") && (keys.contains("docs") || keys.contains("prompt_template"))) {
            return Content.PROJECTS;
        }
        boolean named = keys.contains("uuid") && keys.contains("name");
        return named && keys.contains("created_at") ? Content.CLAUDE : Content.OTHER;
    }

    private static boolean isMessage(Set<String> keys) {
        boolean said = keys.contains("content") || keys.contains("text");
        return said
                && (keys.contains("role") || keys.contains("sender") || keys.contains("author"));
    }

    private static int firstByte(byte[] head) {
        for (byte b : head) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
        }
        return -1;
    }
}
