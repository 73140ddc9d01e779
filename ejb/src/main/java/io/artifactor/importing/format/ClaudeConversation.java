package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a conversation as a list of messages: Claude's official export, its internal interface and
 * share snapshots ({@code chat_messages}), and the looser forms of exporters and other tools
 * ({@code messages} with roles).
 */
final class ClaudeConversation {

    private static final String FLATTENED = "not supported on your current device yet";

    private final JsonNode element;
    private final ConversationDraft conversation;
    private final ToolResults results;
    private final CodeFiles files = new CodeFiles();
    private final JsonNode messages;
    private final Set<String> ids;
    private final boolean linked;

    private ClaudeConversation(JsonNode element, JsonNode messages, ElementContext context) {
        this.element = element;
        this.messages = messages;
        this.results = new ToolResults(messages);
        boolean claude = element.has("chat_messages") || element.has("uuid");
        this.conversation = new ConversationDraft(context, claude ? "claude" : "api");
        this.linked = isLinked(messages);
        this.ids = linked ? idsOf(messages) : Set.of();
    }

    static ImportedConversation read(JsonNode element, ElementContext context) {
        JsonNode messages = Fields.list(element, "chat_messages", "messages");
        return new ClaudeConversation(element, messages, context).read();
    }

    /** A bare list of messages. */
    static ImportedConversation readMessages(JsonNode messages, ElementContext context) {
        return new ClaudeConversation(messages, messages, context).read();
    }

    private ImportedConversation read() {
        conversation.sourceId = Fields.filled(element, "uuid", "id", "conversation_id");
        conversation.title = Fields.filled(element, "name", "title", "snapshot_name");
        conversation.model = Fields.filled(element, "model");
        conversation.createdAt = Fields.time(element, "created_at", "create_time", "createdAt");
        conversation.updatedAt = Fields.time(element, "updated_at", "update_time", "updatedAt");
        conversation.leaf = Fields.filled(element, "current_leaf_message_uuid");
        int nothing = 0;
        for (JsonNode message : messages) {
            if (message.isObject()) {
                conversation.add(turn(message));
            } else {
                nothing++;
            }
        }
        if (nothing > 0) {
            conversation.notes.add("empty-message", nothing + " messages hold nothing", null);
        }
        if (messages.isMissingNode()) {
            conversation.notes.add("no-messages", "The conversation has no list of messages", null);
        }
        files.settle(conversation);
        return conversation.finish();
    }

    private Turn turn(JsonNode message) {
        String before = conversation.lastId();
        String id = conversation.messageId(Fields.filled(message, "uuid", "id"));
        TurnDraft turn = conversation.draft(id, sender(message));
        content(turn, message);
        new Attachments(turn).read(message);
        String model = Fields.filled(message, "model", "model_slug");
        return new Turn(
                id,
                parent(message, before),
                turn.sender,
                model != null ? model : modelOf(turn.sender),
                turn.text(),
                Fields.time(message, "created_at", "timestamp", "create_time", "createdAt"),
                Fields.isTrue(message, "hidden"),
                turn.unknown(),
                turn.operations());
    }

    private @Nullable String modelOf(Sender sender) {
        return sender == Sender.ASSISTANT ? conversation.model : null;
    }

    private void content(TurnDraft turn, JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isArray()) {
            new ClaudeBlocks(turn, results, files).read(content);
        } else if (content.isTextual()) {
            turn.sayWithArtifacts(content.textValue(), "0");
        } else if (content.isObject()) {
            turn.keepUnknown("content-of-wrong-type", content);
        }
        String text = Fields.filled(message, "text");
        if (turn.isBlank() && text != null) {
            if (text.contains(FLATTENED)) {
                turn.notes.add(
                        "content-missing",
                        "The exporter flattened tool calls away in message " + turn.id,
                        null);
            }
            turn.sayWithArtifacts(text, "text");
        }
    }

    /**
     * The message this one follows. Where only some messages of a conversation are linked, and for
     * links to what is not in the export, the message before it in the list is the best guess.
     */
    private @Nullable String parent(JsonNode message, @Nullable String before) {
        if (!linked) {
            return null;
        }
        String parent = Fields.filled(message, "parent_message_uuid", "parent_uuid", "parent_id");
        if (parent != null && parent.startsWith("00000000-0000-")) {
            return null;
        }
        return parent != null && ids.contains(parent) ? parent : before;
    }

    private static Set<String> idsOf(JsonNode messages) {
        Set<String> ids = new HashSet<>();
        for (JsonNode message : messages) {
            String id = Fields.filled(message, "uuid", "id");
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static boolean isLinked(JsonNode messages) {
        for (JsonNode message : messages) {
            if (Fields.filled(message, "parent_message_uuid", "parent_uuid", "parent_id") != null) {
                return true;
            }
        }
        return false;
    }

    private static Sender sender(JsonNode message) {
        String role = Fields.filled(message, "sender", "role", "author", "from", "type");
        return role == null ? Sender.HUMAN : senderOf(role);
    }

    /** What exporters call the two sides. */
    static Sender senderOf(String role) {
        return switch (role.strip().toLowerCase(Locale.ROOT)) {
            case "assistant", "claude", "model", "ai", "bot", "chatgpt", "gpt", "response" ->
                    Sender.ASSISTANT;
            case "system", "developer" -> Sender.SYSTEM;
            case "tool", "function" -> Sender.TOOL;
            default -> Sender.HUMAN;
        };
    }
}
