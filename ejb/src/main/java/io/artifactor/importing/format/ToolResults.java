package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which result belongs to which tool call: by id, or, as older exports have none, by their order in
 * the message and the name of the tool.
 */
final class ToolResults {

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<JsonNode, JsonNode> byCall = new IdentityHashMap<>();

    ToolResults(JsonNode messages) {
        for (JsonNode message : messages) {
            for (JsonNode block : Fields.list(message, "content")) {
                String id = Fields.filled(block, "tool_use_id");
                if (is(block, "tool_result") && id != null) {
                    byId.putIfAbsent(id, block);
                }
            }
        }
        for (JsonNode message : messages) {
            pair(Fields.list(message, "content"));
        }
    }

    @Nullable JsonNode of(JsonNode call) {
        String id = Fields.filled(call, "id");
        JsonNode byItsId = id == null ? null : byId.get(id);
        return byItsId != null ? byItsId : byCall.get(call);
    }

    boolean failed(JsonNode call) {
        JsonNode result = of(call);
        return result != null && Fields.isTrue(result, "is_error");
    }

    /** The text a result gives back. */
    static String text(JsonNode result) {
        JsonNode content = result.path("content");
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode item : content) {
            String part = Fields.text(item, "text", "title");
            if (part != null) {
                text.append(text.isEmpty() ? "" : "\n").append(part);
            }
        }
        return text.toString();
    }

    static boolean is(JsonNode block, String type) {
        return type.equals(Fields.text(block, "type"));
    }

    /** Pairs the results between two calls with the calls before them. */
    private void pair(JsonNode blocks) {
        List<JsonNode> calls = new ArrayList<>();
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode block : blocks) {
            if (is(block, "tool_use")) {
                if (!answers.isEmpty()) {
                    settle(calls, answers);
                }
                if (!hasResultById(block)) {
                    calls.add(block);
                }
            } else if (is(block, "tool_result") && Fields.filled(block, "tool_use_id") == null) {
                answers.add(block);
            }
        }
        settle(calls, answers);
    }

    /** The last calls have been answered, in their order; earlier ones never were. */
    private void settle(List<JsonNode> calls, List<JsonNode> answers) {
        Map<String, Deque<JsonNode>> waiting = new HashMap<>();
        for (JsonNode answer : answers.reversed()) {
            waiting.computeIfAbsent(nameOf(answer), name -> new ArrayDeque<>()).add(answer);
        }
        for (JsonNode call : calls.reversed()) {
            Deque<JsonNode> fitting = waiting.getOrDefault(nameOf(call), new ArrayDeque<>());
            Deque<JsonNode> nameless = waiting.getOrDefault("", new ArrayDeque<>());
            JsonNode answer = fitting.isEmpty() ? nameless.poll() : fitting.poll();
            if (answer != null) {
                byCall.put(call, answer);
            }
        }
        calls.clear();
        answers.clear();
    }

    private static String nameOf(JsonNode block) {
        String name = Fields.filled(block, "name");
        return name == null ? "" : name;
    }

    private boolean hasResultById(JsonNode call) {
        String id = Fields.filled(call, "id");
        return id != null && byId.containsKey(id);
    }
}
