package io.artifactor.it.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A description of an interface (OpenAPI 3.1), as far as comparing two of them needs it. */
record Description(JsonNode document) {

    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete");
    private static final int DEEPEST = 30;

    static Description parse(String json) {
        try {
            return new Description(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The description is not JSON", e);
        }
    }

    /**
     * Every operation by its method and path; how a parameter in the path is called makes no
     * difference to who asks.
     */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    if (METHODS.contains(method.getKey())) {
                                        operations.put(
                                                nameOf(method.getKey(), path.getKey()),
                                                method.getValue());
                                    }
                                }));
        return operations;
    }

    private static String nameOf(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    /** The parameters of an operation besides those in its path, by place and name. */
    Map<String, JsonNode> parameters(JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            String place = parameter.path("in").asText();
            if (!place.equals("path")) {
                parameters.put(place + " " + parameter.path("name").asText(), parameter);
            }
        }
        return parameters;
    }

    /** The schemas of the parameters in the path, in their order there. */
    List<JsonNode> pathParameters(JsonNode operation) {
        List<JsonNode> schemas = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            if (parameter.path("in").asText().equals("path")) {
                schemas.add(parameter.path("schema"));
            }
        }
        return schemas;
    }

    /** Whether an operation is for everybody; what it does not say is said for all. */
    boolean isOpen(JsonNode operation) {
        JsonNode needed =
                operation.has("security") ? operation.get("security") : document.path("security");
        if (needed.isEmpty()) {
            return true;
        }
        for (JsonNode one : needed) {
            if (one.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        for (int i = 0; i < DEEPEST && found.has("$ref"); i++) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }
}
