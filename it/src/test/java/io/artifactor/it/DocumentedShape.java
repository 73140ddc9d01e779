package io.artifactor.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Holds a document against its schema (the part of JSON Schema that the description of the
 * interface uses). A field the schema does not know is a flaw: readers of the description would
 * never find it.
 */
final class DocumentedShape {

    private static final int DEEPEST = 30;

    private final JsonNode description;

    DocumentedShape(JsonNode description) {
        this.description = description;
    }

    /** What is wrong with the document; empty if nothing. */
    List<String> flaws(JsonNode document, JsonNode schema) {
        List<String> flaws = new ArrayList<>();
        check(document, schema, "$", flaws);
        return flaws;
    }

    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        for (int i = 0; i < DEEPEST && found.has("$ref"); i++) {
            found = description.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    private void check(JsonNode value, JsonNode reference, String path, List<String> flaws) {
        JsonNode schema = resolved(reference);
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice) && noneFits(value, schema.get(choice))) {
                flaws.add(path + " fits none of its " + choice);
            }
        }
        schema.path("allOf").forEach(part -> check(value, part, path, flaws));
        if (!hasType(value, schema.path("type"))) {
            flaws.add("%s is %s, not %s".formatted(path, value.getNodeType(), schema.get("type")));
            return;
        }
        if (schema.has("enum") && !value.isNull() && !isOneOf(value, schema.get("enum"))) {
            flaws.add("%s is %s, none of %s".formatted(path, value, schema.get("enum")));
        }
        if (value.isObject()) {
            checkFields(value, schema, path, flaws);
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            check(value.get(i), schema.path("items"), path + "[" + i + "]", flaws);
        }
    }

    private void checkFields(JsonNode value, JsonNode schema, String path, List<String> flaws) {
        JsonNode known = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        boolean isClosed = known.size() > 0 && others.isMissingNode();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String place = path + "." + field.getKey();
            if (known.has(field.getKey())) {
                check(field.getValue(), known.get(field.getKey()), place, flaws);
            } else if (isClosed) {
                flaws.add(place + " is not described");
            } else if (others.isObject()) {
                check(field.getValue(), others, place, flaws);
            }
        }
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                flaws.add(path + "." + name.asText() + " is missing");
            }
        }
    }

    private boolean noneFits(JsonNode value, JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .noneMatch(choice -> flaws(value, choice).isEmpty());
    }

    private static boolean isOneOf(JsonNode value, JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).anyMatch(value::equals);
    }

    private static boolean hasType(JsonNode value, JsonNode type) {
        if (type.isMissingNode()) {
            return true;
        }
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .anyMatch(one -> hasType(value, one));
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
