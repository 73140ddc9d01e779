package io.artifactor.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema with its references followed and its {@code allOf} laid together.
 *
 * @param node all but fields and choices
 * @param choices of {@code anyOf} or {@code oneOf}; empty if there are none
 */
record Shape(
        JsonNode node, Map<String, JsonNode> fields, Set<String> required, List<JsonNode> choices) {

    private static final String TYPE = "type";

    static Shape of(JsonNode schema, Description description) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Shape shape = new Shape(node, new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
        shape.add(schema, node, description);
        return shape;
    }

    private void add(JsonNode schema, ObjectNode whole, Description description) {
        JsonNode found = description.resolved(schema);
        found.properties().forEach(part -> whole.set(part.getKey(), part.getValue()));
        found.path("properties")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        found.path("required").forEach(name -> required.add(name.asText()));
        found.path("anyOf").forEach(choices::add);
        found.path("oneOf").forEach(choices::add);
        found.path("allOf").forEach(part -> add(part, whole, description));
        // Beside a reference there may stand more, since version 3.1.
        if (schema.has("$ref")) {
            schema.properties().stream()
                    .filter(part -> !part.getKey().equals("$ref"))
                    .forEach(part -> whole.set(part.getKey(), part.getValue()));
        }
    }

    /** Its choices, or itself alone. */
    List<JsonNode> alternatives() {
        return choices.isEmpty() ? List.of(node) : choices;
    }

    List<JsonNode> alternativesBesideNull() {
        return alternatives().stream().filter(one -> !isNull(one)).toList();
    }

    boolean isNullable() {
        return types().contains("null") || choices.stream().anyMatch(Shape::isNull);
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path(TYPE).asText().equals("null");
    }

    /** Empty if it may be anything. */
    Set<String> types() {
        Set<String> types = new TreeSet<>();
        JsonNode type = node.path(TYPE);
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (!type.isMissingNode()) {
            types.add(type.asText());
        }
        return types;
    }

    String typeNames() {
        return types().isEmpty() ? "anything" : String.join(" or ", types());
    }

    boolean isBoolean() {
        return types().contains("boolean");
    }

    /** Whether everything of the given types is of its own too. */
    boolean takes(Set<String> others) {
        Set<String> own = types();
        return own.isEmpty()
                || (!others.isEmpty()
                        && others.stream()
                                .allMatch(other ->
                                        own.contains(other)
                                                || (other.equals("integer")
                                                        && own.contains("number"))));
    }

    /** The values it may have, if they are numbered; the absence of one is not one. */
    Set<String> values() {
        Set<String> values = new TreeSet<>();
        for (JsonNode value : node.path("enum")) {
            if (!value.isNull()) {
                values.add(value.asText());
            }
        }
        if (node.has("const")) {
            values.add(node.get("const").asText());
        }
        return values;
    }
}
