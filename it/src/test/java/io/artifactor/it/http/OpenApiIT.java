package io.artifactor.it.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.launcher.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the interface says enough to write a client from it. */
class OpenApiIT extends ServerTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head");

    /** What a problem says besides, which differs from problem to problem. */
    private static final Set<String> FREE = Set.of("errors", "data");

    private JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        String json =
                given().baseUri(RunningServer.stack().url())
                        .queryParam("format", "json")
                        .get("/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        document = new ObjectMapper().readTree(json);
    }

    @Test
    void everyOperationIsNamedAndSummarised() {
        List<String> unclear = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        forEachOperation((name, operation) -> {
            if (operation.path("summary").asText().isBlank()) {
                unclear.add(name + " has no summary");
            }
            String id = operation.path("operationId").asText();
            if (id.isBlank() || !ids.add(id)) {
                unclear.add(name + " has no operationId of its own: '" + id + "'");
            }
            if (operation.path("tags").isEmpty()) {
                unclear.add(name + " has no tag");
            }
        });
        assertThat(ids).hasSizeGreaterThan(30);
        assertThat(unclear).isEmpty();
    }

    @Test
    void everyOperationSaysWhatItAnswers() {
        List<String> unclear = new ArrayList<>();
        forEachOperation((name, operation) ->
                operation
                        .path("responses")
                        .properties()
                        .forEach(answer -> {
                            if (resolved(answer.getValue())
                                    .path("description")
                                    .asText()
                                    .isBlank()) {
                                unclear.add(name + " does not describe " + answer.getKey());
                            }
                        }));
        assertThat(unclear).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Artifact",
                "NewArtifact",
                "Conversation",
                "Import",
                "SearchHit",
                "SearchPage",
                "Problem"
            })
    void theMainDocumentsHaveAnExample(String schema) {
        JsonNode described = document.path("components").path("schemas").path(schema);
        assertThat(described.isMissingNode()).as(schema + " is described").isFalse();
        boolean whole = described.has("example") || described.has("examples");
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : described.path("properties").properties()) {
            boolean reference = property.getValue().toString().contains("$ref");
            if (!whole
                    && !reference
                    && !property.getValue().has("example")
                    && !property.getValue().has("examples")
                    && !FREE.contains(property.getKey())) {
                without.add(property.getKey());
            }
        }
        assertThat(without).as("properties of %s without an example", schema).isEmpty();
    }

    @Test
    void theServerFindsNothingWrongWithIt() throws IOException {
        assertThat(Files.readString(RunningServer.stack().log(Part.SERVER)))
                .doesNotContain("CWWKO1650E", "CWWKO1651W");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private interface Check {
        void operation(String name, JsonNode operation);
    }

    private void forEachOperation(Check check) {
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    if (METHODS.contains(method.getKey())) {
                                        check.operation(
                                                method.getKey() + " " + path.getKey(),
                                                method.getValue());
                                    }
                                }));
    }
}
