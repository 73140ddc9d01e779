package io.artifactor.it.capture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Part;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in the browser makes its artifacts, and nothing but those, however long it stays open. */
class CaptureIT extends Extension {

    private static final String TALK = "6f1e0f6c-5a39-4c9e-8d0f-6d9a1a1f1c11";
    private static final String SORT =
            "def sort(items):\n    return sorted(items, key=lambda it: it.name)\n\nprint(sort([]))";
    private static final String QUERY = "select id, title from artifact where deleted_at is null";
    private static final String MAIN =
            "fn main() {\n    println!(\"hello, everybody out there, how are you?\");\n}";

    private static List<Map<String, Object>> blocks(boolean first) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        String time = "Python Artifact %d:50:54 AM".formatted(1 + System.nanoTime() % 12);
        if (first) {
            blocks.add(found(TALK, time, SORT, "python"));
            blocks.add(found(TALK, "The query", QUERY, "sql"));
            blocks.add(found(TALK, "Rust", MAIN, "rust"));
        } else {
            blocks.addAll(polluted(TALK, time, SORT, "python"));
            blocks.addAll(polluted(TALK, "The query", QUERY, "sql"));
            blocks.addAll(polluted(TALK, "Rust", MAIN, "rust"));
        }
        return blocks;
    }

    @Test
    void tenMinutesOfAnOpenPageMakeExactlyItsArtifacts() {
        TestingUser user = newUser();
        String token = token(user, "write");
        String address = freshAddress();
        RequestSpecification browser = browser(address).header("Authorization", "Bearer " + token);
        greet(address, token);

        for (int second = 0; second < 600; second++) {
            if (second % 30 == 0) {
                assertThat(browser.get("/health").statusCode()).isEqualTo(200);
                assertThat(preflight(address, "/api/artifacts/process").statusCode())
                        .isEqualTo(204);
            }
            Response answer =
                    browser(address)
                            .header("Authorization", "Bearer " + token)
                            .contentType(ContentType.JSON)
                            .body(detection(TALK, blocks(second == 0)))
                            .post("/api/artifacts/process");
            assertThat(answer.statusCode()).as("second " + second).isEqualTo(200);
            assertThat(answer.<Boolean>path("success")).isTrue();
            assertThat(answer.<Integer>path("data.counts.added")).isEqualTo(second == 0 ? 3 : 0);
        }

        List<Map<String, Object>> kept = kept(user);
        assertThat(kept)
                .extracting(it -> it.get("title"))
                .containsExactlyInAnyOrder("Python Artifact", "The query", "Rust");
        assertThat(kept)
                .allSatisfy(it -> {
                    assertThat(it)
                            .containsEntry("versionCount", 1)
                            .containsEntry("source", "claude");
                    assertThat(field(it, "origin").toString()).contains(PAGE);
                });
        assertThat(kept)
                .extracting(it -> contentOf(user, field(it, "id")))
                .containsExactlyInAnyOrder(SORT, QUERY, MAIN);
        assertThat(kept)
                .extracting(it -> it.get("language"))
                .containsExactlyInAnyOrder("python", "sql", "rust");
    }

    /** What the extension asks before anything else. */
    private static void greet(String address, String token) {
        browser(address)
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "url",
                                "chrome-extension",
                                "conversationId",
                                "sync",
                                "artifacts",
                                List.of(),
                                "settings",
                                Map.of("apiKey", token)))
                .post("/api/artifacts/sync")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("timestamp", notNullValue());
    }

    private static Response preflight(String address, String path) {
        return browser(address)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/artifacts/sync", "/api/artifacts/process"})
    void extensionsMaySendWhatTheyCapture(String path) {
        Response answer = preflight(freshAddress(), path);
        answer.then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", ORIGIN)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Headers", containsString("Content-Type"));
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "chrome-extension://",
                "chrome-extension://a.b",
                "null",
                "http://chrome-extension"
            })
    void pagesMayNot(String origin) {
        Response answer =
                given().baseUri(RunningServer.stack().url())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .options("/api/artifacts/process");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void extensionsMayNotUseTheRestOfTheInterface() {
        assertThat(
                        preflight(freshAddress(), "/api/v1/artifacts")
                                .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void anExtensionSeesWhetherTheServerIsThere() {
        browser(freshAddress())
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/health")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", notNullValue())
                .header("Access-Control-Allow-Headers", containsString("uthorization"));

        browser(freshAddress())
                .header("Authorization", "Bearer nonsense")
                .get("/health")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", notNullValue())
                .body("status", equalTo("UP"));
    }

    @Test
    void theTokenMayStandInTheBody() {
        TestingUser user = newUser();
        Map<String, Object> body = detection(TALK, List.of(found(TALK, "Query", QUERY, "sql")));
        body.put("settings", Map.of("apiKey", token(user, "write"), "darkTheme", true));

        browser(freshAddress())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/artifacts/process")
                .then()
                .statusCode(200)
                .body("data.counts.added", equalTo(1));
        assertThat(kept(user)).hasSize(1);
    }

    @Test
    void strangersAndReadersAreRefused() {
        TestingUser user = newUser();
        Object body = detection(TALK, List.of(found(TALK, "Query", QUERY, "sql")));

        browser(freshAddress())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/artifacts/process")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", ORIGIN)
                .body("success", equalTo(false))
                .body("error", notNullValue())
                .body("timestamp", notNullValue());
        assertThat(process("art_nonsense", body).statusCode()).isEqualTo(401);
        assertThat(process(token(user, "read"), body).statusCode()).isEqualTo(403);
        assertThat(kept(user)).isEmpty();
    }

    @Test
    void whatGrowsWhileItIsWrittenIsOneArtifactWithVersions() {
        TestingUser user = newUser();
        String token = token(user, "write");
        int written = 60;
        int steps = 0;
        while (written < SORT.length()) {
            String sofar = SORT.substring(0, written);
            process(token, detection(TALK, polluted(TALK, "Sort", sofar, "python")))
                    .then()
                    .statusCode(200);
            written += 10;
            steps++;
        }
        process(token, detection(TALK, polluted(TALK, "Sort", SORT, "python")))
                .then()
                .statusCode(200)
                .body("data.counts.updated", equalTo(1))
                .body("data.counts.unchanged", equalTo(1));
        process(token, detection(TALK, polluted(TALK, "Sort", SORT.substring(0, 60), "python")))
                .then()
                .statusCode(200)
                .body("data.counts.unchanged", equalTo(2));

        List<Map<String, Object>> kept = kept(user);
        assertThat(kept).hasSize(1);
        assertThat(contentOf(user, field(kept.getFirst(), "id"))).isEqualTo(SORT);
        assertThat((Integer) kept.getFirst().get("versionCount")).isEqualTo(steps + 1);
    }

    @Test
    void usersAndConversationsAreApart() {
        TestingUser first = newUser();
        TestingUser second = newUser();
        String token = token(first, "write");

        for (String talk : List.of("one", "two", "one")) {
            process(token, detection(talk, List.of(found(talk, "Query", QUERY, "sql"))))
                    .then()
                    .statusCode(200);
        }
        process(
                        token(second, "write"),
                        detection("one", List.of(found("one", "Query", QUERY, "sql"))))
                .then()
                .body("data.counts.added", equalTo(1));

        assertThat(kept(first)).hasSize(2);
        assertThat(kept(second)).hasSize(1);
    }

    @Test
    void whatWasDeletedHereDoesNotComeBack() {
        TestingUser user = newUser();
        String token = token(user, "write");
        Object page = detection(TALK, List.of(found(TALK, "Query", QUERY, "sql")));
        String id = process(token, page).path("data.artifacts[0].artifactId");
        as(user).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(204);

        process(token, page).then().statusCode(200).body("data.counts.unchanged", equalTo(1));
        Object grown = detection(TALK, List.of(found(TALK, "Query", QUERY + " limit 5", "sql")));
        process(token, grown).then().statusCode(200).body("data.counts.unchanged", equalTo(1));

        assertThat(kept(user)).isEmpty();
    }

    @Test
    void whatWasEditedHereStaysAsItIs() {
        TestingUser user = newUser();
        String token = token(user, "write");
        Object page = detection(TALK, List.of(found(TALK, "Query", QUERY, "sql")));
        String id = process(token, page).path("data.artifacts[0].artifactId");
        as(user).header("If-Match", "*")
                .contentType(ContentType.BINARY)
                .body("select 1".getBytes(StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", id)
                .then()
                .statusCode(200);

        Object grown = detection(TALK, List.of(found(TALK, "Query", QUERY + " limit 5", "sql")));
        process(token, grown).then().statusCode(200).body("data.counts.added", equalTo(1));

        assertThat(contentOf(user, id)).isEqualTo("select 1");
    }

    @Test
    void twoTabsWithOnePageMakeOneArtifact() throws Exception {
        TestingUser user = newUser();
        String token = token(user, "write");
        Object page = detection(TALK, List.of(found(TALK, "Query", QUERY, "sql")));
        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> sends = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                sends.add(() -> process(token, page).statusCode());
            }
            for (var sent : tabs.invokeAll(sends)) {
                assertThat(sent.get()).isEqualTo(200);
            }
        }

        assertThat(kept(user)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{\"artifacts\":null}",
                "{\"artifacts\":{}}",
                "{\"artifacts\":[null]}",
                "{\"artifacts\":[{}]}",
                "{\"artifacts\":[{\"content\":5}]}",
                "{\"artifacts\":[{\"content\":\"a\",\"content\":\"b\"}]}",
                "{\"artifacts\":[],\"settings\":{\"apiKey\":\"a secret of mine\"},\"url\":[1]}"
            })
    void badBodiesAreRefusedInTheExtensionsForm(String body) throws IOException {
        Response answer = process(token(newUser(), "write"), body);

        answer.then().statusCode(400).body("success", equalTo(false));
        assertThat(answer.<String>path("error")).isNotBlank().doesNotContain("secret");
        assertThat(Files.readString(RunningServer.stack().log(Part.SERVER)))
                .doesNotContain("a secret of mine");
    }

    @Test
    void oddValuesAreKeptAsFarAsTheyCanBe() {
        TestingUser user = newUser();
        Map<String, Object> odd =
                found("\u0000 x\n\u202e", "\u0000\u202e", "a\u0000b\uD800c", "💥");
        odd.put("type", "💥");
        odd.put("url", "javascript:alert(1)");
        odd.put("unheard-of", List.of(1, 2));

        process(token(user, "write"), detection("\u0000", List.of(odd)))
                .then()
                .statusCode(200)
                .body("data.counts.added", equalTo(1));

        Map<String, Object> kept = kept(user).getFirst();
        assertThat(kept).containsEntry("title", "Untitled").doesNotContainKey("origin");
        assertThat(contentOf(user, field(kept, "id"))).isEqualTo("abc");
    }

    @Test
    void thereAreLimits() {
        TestingUser user = newUser();
        String token = token(user, "write");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(found(TALK, "Number " + i, QUERY + i, "sql"));
        }

        process(token, detection(TALK, many)).then().statusCode(400);
        process(token, detection(TALK, many.subList(0, 200)))
                .then()
                .statusCode(200)
                .body("data.counts.added", equalTo(200));
        String large = "x".repeat((4 << 20) + 1);
        process(token, detection(TALK, List.of(found(TALK, "Large", large, "sql"))))
                .then()
                .statusCode(200)
                .body("data.artifacts[0].status", equalTo("skipped"))
                .body("data.artifacts[0].reason", equalTo("too-large"));
        List<Map<String, Object>> heavy = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            heavy.add(found(TALK, "Heavy", i + large, "sql"));
        }
        process(token, detection(TALK, heavy)).then().statusCode(413);
    }

    @Test
    void onlyJsonIsPosted() {
        String token = token(newUser(), "write");
        browser(freshAddress())
                .header("Authorization", "Bearer " + token)
                .get("/api/artifacts/sync")
                .then()
                .statusCode(405)
                .header("Allow", containsString("POST"));
        browser(freshAddress())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.TEXT)
                .body("{}")
                .post("/api/artifacts/process")
                .then()
                .statusCode(415)
                .body("success", equalTo(false));
    }

    @Test
    void whatThereIsNoRoomForIsSkippedAndComesLater() {
        TestingUser user = newUser();
        String token = token(user, "write");
        limit(user, SORT.length() + 10);
        List<Map<String, Object>> page = blocks(true).subList(0, 2);

        Response first = process(token, detection(TALK, page));
        assertThat(first.<Integer>path("data.counts.added")).isEqualTo(1);
        assertThat(first.<Integer>path("data.counts.skipped")).isEqualTo(1);
        assertThat(kept(user)).hasSize(1);

        limit(user, 10_000);
        Response second = process(token, detection(TALK, page));
        assertThat(second.<Integer>path("data.counts.added")).isEqualTo(1);
        assertThat(kept(user)).hasSize(2);
    }

    private static void limit(TestingUser user, long bytes) {
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("limit", bytes))
                .put("/users/{id}/quota", as(user).get("/auth/me").<String>path("id"))
                .then()
                .statusCode(200);
    }
}
