package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.importing.format.ElementJson.Malformed;
import io.artifactor.importing.format.PatternEdit.Replacement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The documents of ChatGPT's canvas. The model orders a change in one message, and the tool answers
 * in the next which document it made or changed; older answers say it in their text.
 */
final class Canvas {

    private static final String TOOL = "canmore.";
    private static final String ID = "textdoc_id";

    private final JsonNode mapping;
    private final UnaryOperator<@Nullable String> messageAbove;
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    Canvas(JsonNode mapping, UnaryOperator<@Nullable String> messageAbove) {
        this.mapping = mapping;
        this.messageAbove = messageAbove;
    }

    /** Looks through the tool's answers first: they name what the orders before them made. */
    void findDocuments() {
        mapping.properties()
                .forEach(node -> {
                    JsonNode message = node.getValue().path("message");
                    String order = messageAbove.apply(node.getKey());
                    if (isAnswer(message) && order != null) {
                        answer(message, order);
                    }
                });
    }

    /** Reads the message if it is about a document; answers whether it was. */
    boolean read(TurnDraft turn, String node, JsonNode message) {
        userDocuments(turn, message);
        String recipient = Fields.text(message, "recipient");
        if (recipient == null || !recipient.startsWith(TOOL)) {
            boolean answer = isAnswer(message);
            if (answer) {
                turn.understood();
            }
            return answer;
        }
        JsonNode order = order(message);
        if (order == null) {
            turn.notes.add(
                    "malformed-tool-input",
                    "The order for the canvas in message " + turn.id + " is no complete JSON",
                    null);
            return false;
        }
        turn.understood();
        switch (recipient) {
            case TOOL + "create_textdoc" -> create(turn, node, order);
            case TOOL + "update_textdoc" -> update(turn, node, order);
            default -> turn.sayOfTool("[" + recipient + "]", order.toString());
        }
        return true;
    }

    private void create(TurnDraft turn, String node, JsonNode order) {
        String title = Fields.filled(order, "name", "title");
        String content = Fields.text(order, "content");
        String key = key(documents.getOrDefault(node, turn.id));
        turn.say("[Canvas: " + (title == null ? "untitled" : title) + "]");
        if (refused(turn, node, key)) {
            return;
        }
        if (content == null) {
            turn.notes.add("content-missing", "A document without content", key);
            return;
        }
        Look look = new Look(title, Fields.filled(order, "type"), null, null);
        turn.operate(turn.id + ":0", key, new Edit.Whole(content, null), look);
    }

    private void update(TurnDraft turn, String node, JsonNode order) {
        String document = Fields.filled(order, ID);
        if (document == null) {
            document = documents.get(node);
        }
        if (document == null) {
            document = documentAbove(node);
            // The next change of this branch need not look further than here.
            documents.put(node, document);
        }
        String key = key(document);
        turn.say("[Canvas changed]");
        if (refused(turn, node, key)) {
            return;
        }
        turn.operate(turn.id + ":0", key, edit(order), Look.SILENT);
    }

    private static Edit edit(JsonNode order) {
        List<Replacement> replacements = new ArrayList<>();
        for (JsonNode update : Fields.list(order, "updates")) {
            String pattern = Fields.text(update, "pattern");
            String replacement = Fields.text(update, "replacement");
            if (pattern == null || replacement == null) {
                return new Edit.Impossible("A change has no pattern or no replacement.");
            }
            replacements.add(
                    new Replacement(pattern, replacement, Fields.isTrue(update, "multiple")));
        }
        String content = Fields.text(order, "content");
        String regex = Fields.text(order, "regex");
        if (replacements.isEmpty() && content != null) {
            return regex == null
                    ? new Edit.Whole(content, null)
                    : new PatternEdit(List.of(new Replacement(regex, content, false)));
        }
        return replacements.isEmpty()
                ? new Edit.Impossible("The change holds no replacements.")
                : new PatternEdit(replacements);
    }

    /** The document the nearest earlier message of this branch was about. */
    private String documentAbove(String node) {
        Set<String> passed = new HashSet<>();
        String at = messageAbove.apply(node);
        while (at != null && passed.add(at)) {
            String document = documents.get(at);
            if (document != null) {
                return document;
            }
            JsonNode message = mapping.path(at).path("message");
            if ((TOOL + "create_textdoc").equals(Fields.text(message, "recipient"))) {
                return at;
            }
            at = messageAbove.apply(at);
        }
        return "unnamed";
    }

    private void userDocuments(TurnDraft turn, JsonNode message) {
        JsonNode made =
                Fields.list(message.path("metadata").path("canvas"), "user_created_textdocs");
        for (int i = 0; i < made.size(); i++) {
            JsonNode document = made.get(i);
            String content = Fields.text(document, "content");
            String id = Fields.filled(document, ID, "id");
            String key = key(id == null ? turn.id + ":user:" + i : id);
            if (content == null) {
                turn.notes.add("content-missing", "A document of the user without content", key);
                continue;
            }
            String type = Fields.filled(document, "type", "textdoc_type");
            Look look = new Look(Fields.filled(document, "title", "name"), type, null, null);
            turn.operate(turn.id + ":user:" + i, key, new Edit.Whole(content, null), look);
        }
    }

    private void answer(JsonNode message, String order) {
        String id = Fields.filled(message.path("metadata").path("canvas"), ID);
        String text = parts(message.path("content"));
        if (id == null) {
            id = idIn(text);
        }
        if (id != null) {
            documents.putIfAbsent(order, id);
        } else if (text.startsWith("Error") || text.startsWith("Failed")) {
            refusals.put(order, text);
        }
    }

    /** From {@code textdoc_id: '…'} or {@code "textdoc_id": "…"}. */
    private static @Nullable String idIn(String text) {
        int at = text.indexOf(ID);
        int from = at < 0 ? -1 : at + ID.length();
        while (from >= 0 && from < text.length() && "\"': ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to >= 0 && to < text.length() && "\"', }\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return at < 0 || to == from || to - from > 200 ? null : text.substring(from, to);
    }

    private boolean refused(TurnDraft turn, String node, String key) {
        String reason = refusals.get(node);
        if (reason == null) {
            return false;
        }
        turn.notes.add(
                "refused-by-vendor",
                "The chat answered with an error to message " + turn.id + ": " + reason,
                key);
        return true;
    }

    private static @Nullable JsonNode order(JsonNode message) {
        JsonNode content = message.path("content");
        String text = Fields.filled(content, "text");
        if (text == null) {
            text = parts(content);
        }
        try {
            JsonNode order = ElementJson.parse(text.getBytes(StandardCharsets.UTF_8));
            return order.isObject() ? order : null;
        } catch (Malformed e) {
            return null;
        }
    }

    private static String parts(JsonNode content) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : Fields.list(content, "parts")) {
            text.append(part.isTextual() ? part.textValue() : part.toString());
        }
        return text.toString();
    }

    private static boolean isAnswer(JsonNode message) {
        String name = Fields.text(message.path("author"), "name");
        return name != null && name.startsWith(TOOL);
    }

    private static String key(String document) {
        return "canvas:" + document;
    }
}
