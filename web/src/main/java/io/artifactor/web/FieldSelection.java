package io.artifactor.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which fields of a document a reader wants, as {@code fields=id,title,origin.model} says it. One
 * without a choice below it is wanted whole.
 */
final class FieldSelection {

    private static final int MAX_LENGTH = 2_000;

    private final Map<String, FieldSelection> wanted = new LinkedHashMap<>();

    private FieldSelection() {}

    static FieldSelection parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Problem.invalid("fields", "has more than %,d characters.".formatted(MAX_LENGTH));
        }
        FieldSelection all = new FieldSelection();
        for (String path : text.split(",", -1)) {
            if (path.isBlank()) {
                throw Problem.invalid("fields", "must be names of fields with commas between.");
            }
            all.add(path.strip());
        }
        return all;
    }

    private void add(String path) {
        FieldSelection selection = this;
        boolean isNew = false;
        for (String step : path.split("\\.", -1)) {
            FieldSelection known = selection.wanted.get(step);
            if (known != null && known.isWhole() && !isNew) {
                return;
            }
            isNew = known == null;
            selection = selection.wanted.computeIfAbsent(step, name -> new FieldSelection());
        }
        selection.wanted.clear();
    }

    private boolean isWhole() {
        return wanted.isEmpty();
    }

    /** Refuses fields that documents of this type do not have, naming those they have. */
    void check(JavaType type) {
        check(type, "");
    }

    private void check(JavaType type, String prefix) {
        Map<String, JavaType> known = KnownFields.of(type);
        if (known.isEmpty()) {
            return;
        }
        wanted.forEach((name, below) -> {
            JavaType field = known.get(name);
            if (field == null || (!below.isWhole() && KnownFields.isSimple(field))) {
                throw unknown(field == null ? prefix + name : prefix + name + ".…", prefix, known);
            }
            below.check(field, prefix + name + ".");
        });
    }

    private static Problem unknown(String name, String prefix, Map<String, JavaType> known) {
        String names =
                String.join(
                        ", ", new TreeSet<>(known.keySet()).stream().map(prefix::concat).toList());
        return Problem.invalid("fields", "knows no " + name + "; known are " + names + ".");
    }

    /** The document with only what is wanted of it. */
    JsonNode of(JsonNode document) {
        if (isWhole()) {
            return document;
        }
        return switch (document) {
            case ArrayNode array -> {
                ArrayNode chosen = array.arrayNode(array.size());
                array.forEach(item -> chosen.add(of(item)));
                yield chosen;
            }
            case ObjectNode object -> {
                ObjectNode chosen = object.objectNode();
                object.properties()
                        .forEach(field -> {
                            FieldSelection below = wanted.get(field.getKey());
                            if (below != null) {
                                chosen.set(field.getKey(), below.of(field.getValue()));
                            }
                        });
                yield chosen;
            }
            default -> document;
        };
    }
}
