package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files a conversation wrote by code execution.
 *
 * <p>What was presented, or written to the folder for outputs, becomes an artifact. A draft written
 * elsewhere becomes one if it is all there is: if nothing was presented at all, or if a presented
 * file of the same name was made by a command and has no content in the export. Other drafts are
 * left out and noted.
 */
final class CodeFiles {

    private static final String OUTPUTS = "/mnt/user-data/outputs/";

    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> presented = new LinkedHashSet<>();

    void use(TurnDraft turn, JsonNode block, String place, ToolResults results) {
        JsonNode input = block.path("input");
        String name = String.valueOf(Fields.text(block, "name"));
        turn.understood();
        if (name.equals("present_files")) {
            present(turn, input, results.of(block));
            return;
        }
        String path = Fields.filled(input, "path");
        if (path == null) {
            turn.keepUnknown("tool_use-without-path", block);
            return;
        }
        String key = "file:" + path;
        turn.say("[" + (name.equals("create_file") ? "File: " : "File changed: ") + path + "]");
        if (ClaudeTools.refused(turn, block, key, results)) {
            return;
        }
        boolean creates = name.equals("create_file");
        String content = creates ? Fields.text(input, "file_text", "content") : null;
        if (creates && content == null) {
            turn.notes.add("content-missing", "A file without text in message " + turn.id, key);
            return;
        }
        Look look = new Look(baseName(path), null, null, baseName(path));
        Edit edit = content == null ? replacement(input) : new Edit.Whole(content, null);
        turn.operate(turn.id + ":" + place, key, edit, look);
        if (creates) {
            written.add(path);
        }
    }

    /** Decides, when all messages are read, which files become artifacts. */
    void settle(ConversationDraft conversation) {
        Set<String> missing = new HashSet<>();
        for (String path : presented) {
            if (!written.contains(path)) {
                missing.add(baseName(path));
                conversation.notes.add(
                        "content-missing",
                        "The file "
                                + path
                                + " was made by a command; the export has no content of it",
                        "file:" + path);
            }
        }
        boolean anyFinal = !presented.isEmpty() || written.stream().anyMatch(CodeFiles::isOutput);
        for (String path : written) {
            boolean isFinal = presented.contains(path) || isOutput(path);
            if (anyFinal && !isFinal && !missing.contains(baseName(path))) {
                conversation.leftOut.add("file:" + path);
                conversation.notes.add(
                        "draft-left-out",
                        "The draft " + path + " was not presented",
                        "file:" + path);
            }
        }
    }

    private void present(TurnDraft turn, JsonNode input, @Nullable JsonNode result) {
        for (JsonNode path : Fields.list(input, "filepaths", "paths")) {
            if (path.isTextual() && !path.textValue().isBlank()) {
                presented.add(path.textValue());
                turn.say("[File: " + path.textValue() + "]");
            }
        }
        if (result == null) {
            return;
        }
        for (JsonNode item : Fields.list(result, "content")) {
            String path = Fields.filled(item, "file_path");
            if (ToolResults.is(item, "local_resource") && path != null && presented.add(path)) {
                turn.say("[File: " + path + "]");
            }
        }
    }

    private static Edit replacement(JsonNode input) {
        String old = Fields.text(input, "old_str");
        String replacement = Fields.text(input, "new_str");
        return old == null
                ? new Edit.Impossible("The change does not say which text to replace.")
                : new Edit.Exact(old, replacement == null ? "" : replacement);
    }

    private static boolean isOutput(String path) {
        return path.startsWith(OUTPUTS);
    }

    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() ? path : name;
    }
}
