package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which result belongs to which tool call: by id, or, as older exports have none, the next result
 * of the same message that names the same tool or none and answers no other call.
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

    private void pair(JsonNode blocks) {
        Set<JsonNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Integer> searched = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            JsonNode call = blocks.get(i);
            if (!is(call, "tool_use") || hasResultById(call)) {
                continue;
            }
            String name = String.valueOf(Fields.text(call, "name"));
            int from = Math.max(i + 1, searched.getOrDefault(name, 0));
            int at = next(blocks, from, name, taken);
            searched.put(name, at < 0 ? blocks.size() : at + 1);
            if (at >= 0) {
                taken.add(blocks.get(at));
                byCall.put(call, blocks.get(at));
            }
        }
    }

    private boolean hasResultById(JsonNode call) {
        String id = Fields.filled(call, "id");
        return id != null && byId.containsKey(id);
    }

    private static int next(JsonNode blocks, int from, String name, Set<JsonNode> taken) {
        for (int i = from; i < blocks.size(); i++) {
            JsonNode block = blocks.get(i);
            String named = Fields.text(block, "name");
            boolean fits = named == null || named.equals(name);
            if (is(block, "tool_result")
                    && fits
                    && !taken.contains(block)
                    && Fields.filled(block, "tool_use_id") == null) {
                return i;
            }
        }
        return -1;
    }
}
