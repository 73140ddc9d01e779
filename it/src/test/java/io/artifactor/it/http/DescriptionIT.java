package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules the description of the interface keeps, so that programs can be made from it. */
class DescriptionIT extends ServerTest {

    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete");

    private static JsonNode document;

    private final List<String> flaws = new ArrayList<>();

    @BeforeAll
    static void read() {
        document = described().document();
    }

    private static void eachOperation(BiConsumer<String, JsonNode> reader) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    reader.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
    }

    private void require(boolean holds, String flaw) {
        if (!holds) {
            flaws.add(flaw);
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Test
    void itIsOfTheVersionToolsKnow() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("info").path("title").asText()).isNotBlank();
        assertThat(document.path("paths").size()).isGreaterThan(20);
    }

    @Test
    void everyOperationHasItsOwnNameASummaryAndATag() {
        List<String> names = new ArrayList<>();
        eachOperation((where, operation) -> {
            names.add(operation.path("operationId").asText());
            require(!operation.path("operationId").asText().isEmpty(), where + " has no name");
            require(!operation.path("summary").asText().isEmpty(), where + " has no summary");
            require(operation.path("tags").size() > 0, where + " has no tag");
        });

        assertThat(flaws).isEmpty();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysWhatItAnswersWhenAllIsWell() {
        eachOperation((where, operation) -> {
            int good = 0;
            for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
                if (response.getKey().startsWith("2")) {
                    good++;
                    boolean comesLater = response.getValue().at("/headers/Retry-After").isObject();
                    boolean hasBody =
                            !response.getKey().equals("204")
                                    && !where.startsWith("head")
                                    && !comesLater;
                    boolean described =
                            response.getValue().path("content").findValue("schema") != null;
                    require(
                            described || !hasBody || response.getKey().equals("206"),
                            where + " does not describe its " + response.getKey());
                }
            }
            require(good > 0, where + " has no good answer");
        });

        assertThat(flaws).isEmpty();
    }

    @Test
    void everyRefusalIsAProblem() {
        eachOperation((where, operation) -> {
            JsonNode responses = operation.path("responses");
            for (String status : List.of("400", "406", "429", "default")) {
                require(responses.has(status), where + " has no " + status);
            }
            require(!where.contains("{") || responses.has("404"), where + " has no 404");
            require(!operation.has("requestBody") || responses.has("415"), where + " has no 415");
            for (Map.Entry<String, JsonNode> response : responses.properties()) {
                if (response.getKey().matches("4..|5..|default")) {
                    JsonNode content = resolved(response.getValue()).path("content");
                    boolean isOther = where.endsWith("/health") && content.size() > 0;
                    require(
                            isOther || content.path("application/problem+json").has("example"),
                            where + " has no problem for " + response.getKey());
                }
            }
        });

        assertThat(flaws).isEmpty();
    }

    @Test
    void everyWriteThatNeedsATagSaysWhatHappensWithout() {
        eachOperation((where, operation) -> {
            boolean needsTag =
                    operation.path("parameters").findValuesAsText("name").contains("If-Match");
            if (needsTag) {
                require(operation.path("responses").has("412"), where + " has no 412");
                require(operation.path("responses").has("428"), where + " has no 428");
            }
        });

        assertThat(flaws).isEmpty();
    }

    @Test
    void everyParameterIsDescribedAndTyped() {
        eachOperation((where, operation) -> {
            for (JsonNode reference : operation.path("parameters")) {
                JsonNode parameter = resolved(reference);
                String name = where + " " + parameter.path("name").asText(reference.toString());
                require(!parameter.path("description").asText().isEmpty(), name);
                require(parameter.path("schema").size() > 0, name + " has no type");
            }
        });

        assertThat(flaws).isEmpty();
    }

    @Test
    void everyListTakesTheSameParameters() {
        eachOperation((where, operation) -> {
            List<String> names = operation.path("parameters").findValuesAsText("name");
            if (names.contains("cursor")) {
                require(names.containsAll(List.of("size", "page", "cursor", "total")), where);
            }
            require(!names.contains("limit"), where + " takes a limit");
        });

        assertThat(flaws).isEmpty();
    }

    @Test
    void everyFieldOfEveryDocumentHasAType() {
        for (Map.Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            for (Map.Entry<String, JsonNode> field :
                    schema.getValue().path("properties").properties()) {
                JsonNode type = field.getValue();
                String name = schema.getKey() + "." + field.getKey();
                require(
                        type.has("type")
                                || type.has("$ref")
                                || type.has("anyOf")
                                || type.has("allOf")
                                || type.has("oneOf"),
                        name + " has no type");
                require(
                        !type.path("type").asText().equals("array")
                                || type.path("items").size() > 0,
                        name + " is a list of nobody knows what");
            }
        }
        assertThat(flaws).isEmpty();
    }
}
