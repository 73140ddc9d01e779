package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The shapes that browser scripts and the older desktop tool write. */
final class OtherDialects {

    private OtherDialects() {}

    /** Whether the list is one of messages: {@code [{role, content}]}. */
    static boolean isMessages(JsonNode list) {
        for (JsonNode item : list) {
            boolean said = item.has("content") || item.has("text");
            if (item.isObject() && said && (item.has("role") || item.has("sender"))) {
                return true;
            }
        }
        return false;
    }

    /** {@code {meta: {title}, chats: [{type: prompt|response, message: [{type, data}]}]}}. */
    static ImportedConversation readPrompts(JsonNode element, ElementContext context) {
        ConversationDraft conversation = new ConversationDraft(context, "claude");
        JsonNode meta = element.path("meta");
        conversation.title = Fields.filled(meta, "title");
        conversation.updatedAt = Fields.time(meta, "exported_at");
        for (JsonNode chat : Fields.list(element, "chats")) {
            String type = Fields.filled(chat, "type", "role");
            String id = conversation.messageId(null);
            Sender sender = type == null ? Sender.HUMAN : ClaudeConversation.senderOf(type);
            TurnDraft turn = conversation.draft(id, sender);
            turn.sayWithArtifacts(markdown(chat), "0");
            conversation.add(turn(turn, null));
        }
        return conversation.finish();
    }

    private static String markdown(JsonNode chat) {
        JsonNode message = chat.path("message");
        if (message.isTextual()) {
            return message.textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : message) {
            String data = Fields.text(part, "data", "text", "content");
            String type = String.valueOf(Fields.text(part, "type"));
            if (data == null) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "\n\n");
            if (type.equals("pre") || type.equals("code")) {
                String language = Fields.filled(part, "language", "lang");
                text.append("```").append(language == null ? "" : language).append('\n');
                text.append(data).append("\n```");
            } else {
                text.append(data);
            }
        }
        return text.toString();
    }

    /** {@code {artifacts: [{id, title, content, type, language, filename}]}}. */
    static @Nullable ImportedConversation readArtifacts(JsonNode element, ElementContext context) {
        JsonNode artifacts = Fields.list(element, "artifacts");
        ConversationDraft conversation = new ConversationDraft(context, "claude");
        conversation.title = Fields.filled(element, "title", "name");
        if (conversation.title == null) {
            conversation.title = context.fileTitle();
        }
        TurnDraft turn = conversation.draft(conversation.messageId(null), Sender.ASSISTANT);
        int place = 0;
        for (JsonNode artifact : artifacts) {
            String content = Fields.text(artifact, "content");
            String id = Fields.filled(artifact, "id");
            String key = "artifact:" + (id != null ? id : "json_" + place);
            if (content == null) {
                turn.notes.add("content-missing", "An artifact without content", key);
            } else {
                keep(turn, artifact, key, content, place);
            }
            place++;
        }
        if (turn.operations().isEmpty()) {
            return null;
        }
        conversation.add(turn(turn, null));
        return conversation.finish();
    }

    private static void keep(
            TurnDraft turn, JsonNode artifact, String key, String content, int place) {
        String title = Fields.filled(artifact, "title", "filename", "name");
        String type = Fields.filled(artifact, "type");
        turn.say("[Artifact: " + (title == null ? key : title) + "]");
        Look look =
                new Look(
                        title == null ? key.substring("artifact:".length()) : title,
                        type,
                        Fields.filled(artifact, "language"),
                        Fields.filled(artifact, "filename"));
        turn.operate(turn.id + ":" + place, key, new Edit.Whole(content, null), look);
    }

    static Turn turn(TurnDraft turn, java.time.@Nullable Instant at) {
        return new Turn(
                turn.id,
                null,
                turn.sender,
                null,
                turn.text(),
                at,
                false,
                turn.unknown(),
                turn.operations());
    }
}
