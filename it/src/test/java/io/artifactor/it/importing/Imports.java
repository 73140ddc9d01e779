package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What tests of imports say again and again. */
abstract class Imports extends ServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OVER = Set.of("previewed", "completed", "failed", "stopped");
    private static final int PAGE = 200;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Uploads the file with these parameters; the answer may be a refusal. */
    static Response upload(
            TestingUser user, String fileName, byte[] content, Map<String, ?> parameters) {
        return sending(user, fileName, parameters).body(content).post("/imports");
    }

    static Response upload(TestingUser user, Path file, Map<String, ?> parameters) {
        return sending(user, String.valueOf(file.getFileName()), parameters)
                .body(file.toFile())
                .post("/imports");
    }

    private static RequestSpecification sending(
            TestingUser user, String fileName, Map<String, ?> parameters) {
        return as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", fileName)
                .queryParams(parameters);
    }

    /** Imports the content and gives what the server says of the import when it is over. */
    static JsonNode imported(TestingUser user, String fileName, byte[] content) {
        return over(user, idOf(upload(user, fileName, content, Map.of("start", true))));
    }

    static JsonNode imported(TestingUser user, Path file) {
        return over(user, idOf(upload(user, file, Map.of("start", true))));
    }

    /** Imports what must be readable to its end. */
    static JsonNode completed(TestingUser user, String fileName, byte[] content) {
        return completed(imported(user, fileName, content));
    }

    static JsonNode completed(TestingUser user, Path file) {
        return completed(imported(user, file));
    }

    static JsonNode completed(JsonNode run) {
        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("completed");
        return run;
    }

    static String idOf(Response uploaded) {
        return uploaded.then().statusCode(201).extract().path("id");
    }

    static String idOf(JsonNode run) {
        return run.get("id").asText();
    }

    /** The import once no job has it any more. */
    static JsonNode over(TestingUser user, String id) {
        return await("end of the import")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(user, id), run -> OVER.contains(run.get("state").asText()));
    }

    static JsonNode run(TestingUser user, String id) {
        return json(as(user).get("/imports/{id}", id));
    }

    static List<JsonNode> ledger(TestingUser user, JsonNode run) {
        return all(user, "/imports/" + idOf(run) + "/items");
    }

    /** What the ledger says of records that became nothing, or not all they should. */
    static List<String> reasons(TestingUser user, JsonNode run) {
        return ledger(user, run).stream().map(line -> line.path("reason").asText("ok")).toList();
    }

    /** All pages of a list. */
    static List<JsonNode> all(TestingUser user, String list) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = page(user, list, "");
        page.get("items").forEach(items::add);
        while (!page.get("next").isNull()) {
            page = page(user, list, page.get("next").asText());
            page.get("items").forEach(items::add);
        }
        return items;
    }

    /** Of hundreds of pages; the client for tests takes its time for each. */
    private static JsonNode page(TestingUser user, String list, String cursor) {
        String address =
                "%s/api/v1%s?size=%d%s"
                        .formatted(
                                RunningServer.stack().url(),
                                list,
                                PAGE,
                                cursor.isEmpty() ? "" : "&cursor=" + cursor);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + user.token())
                        .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return json(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Everything the user has, exactly as the server answers: conversations, artifacts, versions.
     */
    static List<JsonNode> everything(TestingUser user) {
        List<JsonNode> everything = new ArrayList<>(all(user, "/conversations"));
        for (JsonNode artifact : all(user, "/artifacts")) {
            everything.add(artifact);
            everything.addAll(all(user, "/artifacts/" + artifact.get("id").asText() + "/versions"));
        }
        return everything;
    }

    static boolean isEmpty(TestingUser user) {
        return everything(user).isEmpty();
    }

    /** The counts of an import by name, without those that are nothing. */
    static Map<String, Long> counts(JsonNode run) {
        Map<String, Long> counts = new TreeMap<>();
        run.get("counts")
                .fields()
                .forEachRemaining(count -> {
                    if (count.getValue().asLong() > 0) {
                        counts.put(count.getKey(), count.getValue().asLong());
                    }
                });
        return counts;
    }

    static JsonNode json(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer.asString());
    }

    static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
