package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the content blocks of one message of Claude. */
final class ClaudeBlocks {

    private final TurnDraft turn;
    private final ClaudeTools tools;

    ClaudeBlocks(TurnDraft turn, ToolResults results, CodeFiles files) {
        this.turn = turn;
        this.tools = new ClaudeTools(turn, results, files);
    }

    void read(JsonNode blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            JsonNode block = blocks.get(i);
            if (block.isTextual()) {
                turn.sayWithArtifacts(block.textValue(), String.valueOf(i));
            } else if (block.isObject()) {
                read(block, String.valueOf(i));
            } else if (!block.isNull()) {
                turn.keepUnknown("not-an-object", block);
            }
        }
    }

    private void read(JsonNode block, String place) {
        String type = Fields.text(block, "type");
        switch (type == null ? "" : type) {
            case "text", "p", "" -> text(block, place);
            case "thinking", "redacted_thinking" -> turn.understood();
            case "tool_use" -> tools.use(block, place);
            case "tool_result" -> result(block);
            case "voice_note" -> voiceNote(block);
            default -> turn.keepUnknown(String.valueOf(type), block);
        }
    }

    private void text(JsonNode block, String place) {
        JsonNode text = block.get("text");
        if (text == null || text.isNull()) {
            if (!block.has("text")) {
                turn.keepUnknown("without-text", block);
            }
            return;
        }
        if (text.isTextual()) {
            turn.sayWithArtifacts(text.textValue(), place);
        } else {
            turn.keepUnknown("text-of-wrong-type", block);
        }
    }

    private void voiceNote(JsonNode block) {
        String title = Fields.filled(block, "title");
        String text = Fields.filled(block, "text");
        turn.say((title == null ? "" : title + "\n") + (text == null ? "" : text));
    }

    private void result(JsonNode block) {
        String name = String.valueOf(Fields.text(block, "name"));
        if (ClaudeTools.isKnown(name)) {
            turn.understood();
            return;
        }
        String failed = Fields.isTrue(block, "is_error") ? " failed" : "";
        turn.sayOfTool("[Result of " + name + failed + "]", ToolResults.text(block));
    }
}
