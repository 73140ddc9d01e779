package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the content of one message of ChatGPT, whose type decides what stands where. */
final class ChatgptContent {

    private final TurnDraft turn;

    ChatgptContent(TurnDraft turn) {
        this.turn = turn;
    }

    void read(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            turn.sayWithArtifacts(content.textValue(), "0");
            return;
        }
        String type = String.valueOf(Fields.text(content, "content_type"));
        switch (type) {
            case "text", "multimodal_text" -> parts(content);
            case "code" -> code(message, content);
            case "execution_output", "tether_quote", "tether_browsing_display", "system_error" ->
                    turn.sayOfTool("[" + type.replace('_', ' ') + "]", plain(content));
            case "thoughts", "reasoning_recap", "user_editable_context", "model_editable_context" ->
                    turn.understood();
            default -> unknown(type, content);
        }
    }

    private void parts(JsonNode content) {
        JsonNode parts = Fields.list(content, "parts");
        for (int i = 0; i < parts.size(); i++) {
            JsonNode part = parts.get(i);
            if (part.isTextual()) {
                turn.sayWithArtifacts(part.textValue(), String.valueOf(i));
            } else if (part.isObject()) {
                object(part);
            }
        }
        if (parts.isMissingNode() && Fields.filled(content, "text") != null) {
            turn.sayWithArtifacts(String.valueOf(Fields.text(content, "text")), "0");
        }
    }

    private void object(JsonNode part) {
        String type = String.valueOf(Fields.text(part, "content_type"));
        String text = Fields.filled(part, "text");
        String pointer = Fields.filled(part, "asset_pointer");
        if (text != null) {
            turn.say(text);
        } else if (pointer != null) {
            turn.say("[" + type.replace('_', ' ') + "]");
            turn.keepUnknown(type, part);
        } else {
            turn.keepUnknown(type, part);
        }
    }

    /** Code the model ran; kept like a fenced block. */
    private void code(JsonNode message, JsonNode content) {
        String recipient = Fields.text(message, "recipient");
        String said = Fields.filled(content, "language");
        String language = said == null || said.equals("unknown") ? "python" : said;
        String code = plain(content);
        if ("python".equals(recipient) || "all".equals(recipient) || recipient == null) {
            turn.sayWithArtifacts("```" + language + "\n" + code + "\n```", "0");
        } else {
            turn.sayOfTool("[Tool call: " + recipient + "]", code);
        }
    }

    private static String plain(JsonNode content) {
        String text = Fields.filled(content, "text", "result");
        if (text != null) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode part : Fields.list(content, "parts")) {
            all.append(part.isTextual() ? part.textValue() : "");
        }
        return all.toString();
    }

    private void unknown(String type, JsonNode content) {
        if (content.isObject()) {
            turn.keepUnknown(type, content);
        }
        turn.say(plain(content));
    }
}
