package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands the tool calls by which Claude makes things: {@code artifacts} (since late 2024), the
 * files of code execution (since autumn 2025), the older analysis tool and widgets. A call whose
 * result says that it failed changes nothing and leaves a note.
 */
final class ClaudeTools {

    private static final Set<String> ARTIFACTS =
            Set.of("artifacts", "create_artifact", "update_artifact", "rewrite_artifact");
    private static final Set<String> FILES = Set.of("create_file", "str_replace", "present_files");

    private final TurnDraft turn;
    private final ToolResults results;
    private final CodeFiles files;

    ClaudeTools(TurnDraft turn, ToolResults results, CodeFiles files) {
        this.turn = turn;
        this.results = results;
        this.files = files;
    }

    /** Whether results of this tool say nothing a person would miss. */
    static boolean isKnown(String name) {
        return ARTIFACTS.contains(name) || FILES.contains(name);
    }

    void use(JsonNode block, String place) {
        String name = String.valueOf(Fields.text(block, "name"));
        JsonNode input = block.path("input");
        if (!input.isObject()) {
            turn.keepUnknown("tool_use-without-input", block);
        } else if (ARTIFACTS.contains(name)) {
            artifact(block, name, input, place);
        } else if (FILES.contains(name)) {
            files.use(turn, block, place, results);
        } else if (name.equals("repl") && Fields.filled(input, "code") != null) {
            wholeCode(block, "code", "code", "javascript");
        } else if (Fields.filled(input, "widget_code") != null) {
            wholeCode(block, "widget_code", "text/html", "html");
        } else {
            turn.sayOfTool("[Tool call: " + name + "]", input.isEmpty() ? "" : input.toString());
        }
    }

    private void artifact(JsonNode block, String toolName, JsonNode input, String place) {
        String id = Fields.filled(input, "id", "identifier");
        String key = "artifact:" + (id != null ? id : "unnamed:" + turn.id + ":" + place);
        String title = Fields.filled(input, "title");
        turn.say("[Artifact: " + (title != null ? title : id != null ? id : "untitled") + "]");
        turn.understood();
        if (refused(block, key)) {
            return;
        }
        Edit edit = edit(input, command(input, toolName));
        if (edit == null) {
            turn.notes.add(
                    "content-missing",
                    "A " + command(input, toolName) + " without content, in message " + turn.id,
                    key);
            return;
        }
        Look look =
                new Look(
                        title,
                        Fields.filled(input, "type"),
                        Fields.filled(input, "language"),
                        null);
        turn.operate(turn.id + ":" + place, key, edit, look);
    }

    private static String command(JsonNode input, String toolName) {
        String command = Fields.filled(input, "command");
        if (command != null) {
            return command;
        }
        if (Fields.text(input, "old_str") != null) {
            return "update";
        }
        return toolName.startsWith("rewrite") ? "rewrite" : "create";
    }

    private static @Nullable Edit edit(JsonNode input, String command) {
        String content = Fields.text(input, "content");
        if (command.equals("update")) {
            String old = Fields.text(input, "old_str");
            String replacement = Fields.text(input, "new_str");
            if (old != null) {
                return new Edit.Exact(old, replacement == null ? "" : replacement);
            }
            return content != null
                    ? new Edit.Whole(content, null)
                    : new Edit.Impossible("The update does not say which text to replace.");
        }
        if (command.equals("create") || command.equals("rewrite")) {
            return content == null ? null : new Edit.Whole(content, null);
        }
        return content != null
                ? new Edit.Whole(content, null)
                : new Edit.Impossible("The command " + command + " is not known.");
    }

    /** What a tool ran is kept even if it failed: it is what was written. */
    private void wholeCode(JsonNode block, String field, String type, String language) {
        JsonNode input = block.path("input");
        String title = Fields.filled(input, "title", "description");
        String name = String.valueOf(Fields.text(block, "name"));
        turn.say("[" + (title != null ? title : "Tool call: " + name) + "]");
        String code = String.valueOf(Fields.text(input, field));
        turn.keepCode(code, new Look(title, type, language, null));
    }

    private boolean refused(JsonNode block, String key) {
        return refused(turn, block, key, results);
    }

    /** Notes a call that the vendor itself refused. */
    static boolean refused(TurnDraft turn, JsonNode block, String key, ToolResults results) {
        if (!results.failed(block)) {
            return false;
        }
        JsonNode result = results.of(block);
        String reason = result == null ? "" : ToolResults.text(result);
        turn.notes.add(
                "refused-by-vendor",
                "The chat answered with an error in message " + turn.id + ": " + reason,
                key);
        return true;
    }
}
