package io.artifactor.it.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form in which a description is kept beside the code: always the same for the same interface,
 * one thing a line, so that a change of it is seen for what it is.
 */
final class KeptDescription {

    /** Lists whose order says nothing. */
    private static final Set<String> SETS = Set.of("required", "tags", "parameters");

    private KeptDescription() {}

    static String of(String served) {
        ObjectMapper json = new ObjectMapper();
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return json.writer(lines).writeValueAsString(ordered(json.readTree(served))) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The description is not JSON", e);
        }
    }

    private static JsonNode ordered(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> list.add(ordered(item)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        sorted.forEach((name, value) -> {
            JsonNode inOrder = ordered(value);
            boolean isSet = SETS.contains(name) && inOrder.isArray();
            object.set(name, isSet ? asSet(inOrder) : inOrder);
        });
        return object;
    }

    private static ArrayNode asSet(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        items.sort(Comparator.comparing(JsonNode::toString));
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
}
