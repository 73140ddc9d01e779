package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps the text of what was attached or pasted, which stands nowhere else; of uploaded files the
 * export has only names.
 */
final class Attachments {

    private final TurnDraft turn;
    private final Set<String> withText = new HashSet<>();

    Attachments(TurnDraft turn) {
        this.turn = turn;
    }

    void read(JsonNode message) {
        JsonNode attachments = Fields.list(message, "attachments");
        for (int i = 0; i < attachments.size(); i++) {
            attachment(attachments.get(i), i);
        }
        JsonNode files = Fields.list(message, "files");
        Set<String> noted = new HashSet<>();
        for (JsonNode file : files) {
            String name = Fields.filled(file, "file_name", "name");
            if (name != null && !withText.contains(name) && noted.add(name)) {
                turn.notes.add(
                        "content-missing",
                        "The uploaded file " + name + " is not in the export",
                        "upload:" + turn.id + ":" + name);
            }
        }
    }

    private void attachment(JsonNode attachment, int place) {
        String content = Fields.text(attachment, "extracted_content", "content");
        String name = Fields.filled(attachment, "file_name", "name");
        String key = "attachment:" + turn.id + ":" + place;
        if (content == null || content.isEmpty()) {
            turn.notes.add(
                    "content-missing",
                    "The attachment " + (name == null ? "without name" : name) + " has no text",
                    key);
            return;
        }
        if (name != null) {
            withText.add(name);
        }
        String title = name == null ? "Pasted text" : name;
        String type = Fields.filled(attachment, "file_type");
        boolean isMediaType = type != null && type.indexOf('/') > 0;
        Look look =
                new Look(
                        title,
                        isMediaType ? type : null,
                        type != null && !isMediaType && name == null ? type : null,
                        name);
        turn.say("[Attachment: " + title + "]");
        turn.operate(turn.id + ":attachment:" + place, key, new Edit.Whole(content, null), look);
    }
}
