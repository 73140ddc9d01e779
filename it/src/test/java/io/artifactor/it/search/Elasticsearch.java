package io.artifactor.it.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Endpoint;
import io.artifactor.launcher.Part;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Elasticsearch of the running system, past the product. */
final class Elasticsearch {

    /** Behind which the index in use stands. */
    private static final String INDEX = "artifactor";

    private static final String MAPPING = "artifactor-v3";

    private Elasticsearch() {}

    private static RequestSpecification request() {
        Endpoint endpoint = RunningServer.stack().elasticsearch();
        return given().baseUri(endpoint.url())
                .auth()
                .preemptive()
                .basic(endpoint.user(), endpoint.password())
                .contentType(ContentType.JSON);
    }

    /** Title, time and content by id of all that the index lets the user find. */
    static Map<String, String> documentsOf(TestingUser user, String workspace) {
        request().post("/{index}/_refresh", INDEX);
        Response answer =
                request()
                        .body(
                                Map.of(
                                        "size",
                                        10_000,
                                        "query",
                                        Map.of("term", Map.of("readers", "w:" + workspace))))
                        .post("/{index}/_search", INDEX);
        assertThat(answer.statusCode()).as(user.username()).isEqualTo(200);
        Map<String, String> documents = new TreeMap<>();
        for (Map<String, Object> hit :
                answer.jsonPath().<Map<String, Object>>getList("hits.hits")) {
            Map<?, ?> source = (Map<?, ?>) Objects.requireNonNull(hit.get("_source"));
            documents.put(
                    String.valueOf(hit.get("_id")),
                    "%s at %s: %s"
                            .formatted(
                                    source.get("title"),
                                    source.get("updatedAt"),
                                    source.get("content")));
        }
        return documents;
    }

    static void deleteIndex() {
        request().delete("/{index}", indexInUse()).then().statusCode(200);
    }

    /** The index all searches find. */
    static String indexInUse() {
        Map<String, ?> indexes = request().get("/_alias/{alias}", INDEX).jsonPath().getMap("");
        assertThat(indexes).hasSize(1);
        return indexes.keySet().iterator().next();
    }

    /** All there are, in use or not. */
    static Set<String> indexes() {
        Map<String, ?> indexes = request().get("/artifactor-v*").jsonPath().getMap("");
        return indexes.keySet();
    }

    /** As if it had lost a document. */
    static void deleteDocument(String id) {
        request().delete("/{index}/_doc/{id}?refresh=true", INDEX, id).then().statusCode(200);
    }

    /** As if a deletion had never reached it, or a change. */
    static void putDocument(String id, Map<String, ?> fields) {
        request()
                .body(fields)
                .put("/{index}/_doc/{id}?refresh=true", INDEX, id)
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    static void deleteEveryDocument() {
        request().post("/{index}/_refresh", INDEX).then().statusCode(200);
        List<String> ids =
                request()
                        .body(Map.of("size", 10_000, "_source", false))
                        .post("/{index}/_search", INDEX)
                        .jsonPath()
                        .getList("hits.hits._id");
        assertThat(ids).isNotEmpty();
        StringBuilder bulk = new StringBuilder();
        ids.forEach(id -> bulk.append("{\"delete\":{\"_id\":\"").append(id).append("\"}}\n"));
        request()
                .body(bulk.toString())
                .post("/{index}/_bulk?refresh=true", INDEX)
                .then()
                .statusCode(200);
    }

    /** As if its data folder had been put back from a copy that was made before. */
    static void putBackToAnOlderState(String missing) {
        request().delete("/{index}/_doc/{id}", INDEX, missing).then().statusCode(200);
        request()
                .body(Map.of("_meta", Map.of("mark", MAPPING + "/of-another-day")))
                .put("/{index}/_mapping", INDEX)
                .then()
                .statusCode(200);
    }

    /** Lets it hang: it takes connections and never answers. */
    static void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    static void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        ProcessHandle parent =
                ProcessHandle.of(RunningServer.stack().pid(Part.ELASTICSEARCH)).orElseThrow();
        for (ProcessHandle process :
                Stream.concat(Stream.of(parent), parent.descendants()).toList()) {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
        }
    }
}
