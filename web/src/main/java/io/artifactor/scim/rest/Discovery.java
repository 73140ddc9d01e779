package io.artifactor.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What the server says of itself (RFC 7644, section 4): documents kept beside this class. */
final class Discovery {

    private static final Map<String, JsonNode> DOCUMENTS =
            Map.of(
                    "ServiceProviderConfig", read("ServiceProviderConfig.json"),
                    "ResourceTypes", read("ResourceTypes.json"),
                    "Schemas", read("Schemas.json"));

    private Discovery() {}

    static boolean knows(String kind) {
        return DOCUMENTS.containsKey(kind);
    }

    /**
     * A document, or a list of them, or the one of that name.
     *
     * @param root where everything is
     */
    static ObjectNode document(String kind, Optional<String> name, String root) {
        JsonNode all = DOCUMENTS.get(kind);
        if (all instanceof ObjectNode one) {
            return located(one, root + "/" + kind);
        }
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        if (all != null) {
            for (JsonNode each : all) {
                String id = each.path("id").asText();
                if (name.filter(wanted -> !wanted.equals(id)).isEmpty()) {
                    found.add(located((ObjectNode) each, root + "/" + kind + "/" + id));
                }
            }
        }
        if (name.isPresent()) {
            if (found.isEmpty()) {
                throw new Problem(ProblemCode.NOT_FOUND, "There is no resource of this id.");
            }
            return (ObjectNode) found.get(0);
        }
        return Lists.of(found.size(), 1, found);
    }

    private static ObjectNode located(ObjectNode document, String location) {
        ObjectNode located = document.deepCopy();
        located.withObjectProperty("meta").put("location", location);
        return located;
    }

    private static JsonNode read(String file) {
        try (InputStream in = Discovery.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return Json.strict().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
