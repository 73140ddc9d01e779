package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a conversation of ChatGPT: a tree of nodes, most of which hold a message. */
final class ChatgptConversation {

    /** So many nodes without a message may stand between two messages. */
    private static final int MAX_EMPTY_NODES = 1_000;

    private final JsonNode element;
    private final JsonNode mapping;
    private final ConversationDraft conversation;
    private final Canvas canvas;
    private final Map<String, String> parents = new HashMap<>();

    private ChatgptConversation(JsonNode element, ElementContext context) {
        this.element = element;
        this.mapping = element.path("mapping");
        this.conversation = new ConversationDraft(context, "chatgpt");
        this.canvas = new Canvas(mapping, this::messageAbove);
    }

    static ImportedConversation read(JsonNode element, ElementContext context) {
        return new ChatgptConversation(element, context).read();
    }

    private ImportedConversation read() {
        conversation.sourceId = Fields.filled(element, "conversation_id", "id");
        conversation.title = Fields.filled(element, "title");
        conversation.model = Fields.filled(element, "default_model_slug");
        conversation.createdAt = Fields.time(element, "create_time");
        conversation.updatedAt = Fields.time(element, "update_time");
        linkMessages();
        canvas.findDocuments();
        mapping.properties().forEach(node -> node(node.getKey(), node.getValue()));
        conversation.leaf = leaf();
        if (!mapping.isObject() || mapping.isEmpty()) {
            conversation.notes.add("no-messages", "The conversation has no tree of messages", null);
        }
        return conversation.finish();
    }

    /** The parent that holds a message, nodes without one being passed over. */
    private @Nullable String messageAbove(String node) {
        return parents.get(node);
    }

    private void linkMessages() {
        mapping.fieldNames()
                .forEachRemaining(node -> {
                    String parent = above(node);
                    if (parent != null) {
                        parents.put(node, parent);
                    }
                });
    }

    private @Nullable String above(String node) {
        String at = Fields.filled(mapping.path(node), "parent");
        for (int passed = 0; at != null && passed < MAX_EMPTY_NODES; passed++) {
            if (mapping.path(at).path("message").isObject()) {
                return at;
            }
            at = Fields.filled(mapping.path(at), "parent");
        }
        return null;
    }

    private void node(String id, JsonNode node) {
        JsonNode message = node.path("message");
        if (!message.isObject()) {
            return;
        }
        TurnDraft turn = conversation.draft(conversation.messageId(id), sender(message));
        if (!canvas.read(turn, id, message)) {
            new ChatgptContent(turn).read(message);
        }
        JsonNode metadata = message.path("metadata");
        conversation.add(
                new Turn(
                        turn.id,
                        messageAbove(id),
                        turn.sender,
                        Fields.filled(metadata, "model_slug"),
                        turn.text(),
                        Fields.time(message, "create_time", "update_time"),
                        isHidden(message, metadata),
                        turn.unknown(),
                        turn.operations()));
    }

    private static boolean isHidden(JsonNode message, JsonNode metadata) {
        JsonNode weight = message.path("weight");
        return Fields.isTrue(metadata, "is_visually_hidden_from_conversation")
                || (weight.isNumber() && weight.doubleValue() == 0);
    }

    private @Nullable String leaf() {
        String current = Fields.filled(element, "current_node");
        if (current == null) {
            return null;
        }
        return mapping.path(current).path("message").isObject() ? current : above(current);
    }

    private static Sender sender(JsonNode message) {
        String role = Fields.filled(message.path("author"), "role");
        return role == null ? Sender.SYSTEM : ClaudeConversation.senderOf(role);
    }
}
