package io.artifactor.it.capture;

import static io.restassured.RestAssured.given;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what the browser extension sends, byte for byte where it matters. */
abstract class Extension extends ServerTest {

    static final String ORIGIN = "chrome-extension://mnopabcdefghijklmnopabcdefghijkl";
    static final String PAGE = "https://claude.ai/chat/6f1e0f6c-5a39-4c9e-8d0f-6d9a1a1f1c11";

    /** From somewhere that is not exempt of limits, as a browser is. */
    static RequestSpecification browser(String address) {
        return given().baseUri(RunningServer.stack().url())
                .header("Origin", ORIGIN)
                .header("X-Forwarded-For", address);
    }

    static String freshAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.%d.%d.%d"
                .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    static String token(TestingUser user, String... scopes) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "extension", "scopes", List.of(scopes)))
                .post("/auth/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    static Response process(String token, Object body) {
        return browser(freshAddress())
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/artifacts/process");
    }

    /** One detection: new ids and times, whatever it finds. */
    static Map<String, Object> detection(String conversation, List<Map<String, Object>> artifacts) {
        Map<String, Object> body = new HashMap<>();
        body.put("url", PAGE);
        body.put("conversationId", conversation);
        body.put("artifacts", artifacts);
        body.put("settings", Map.of("backendUrl", "http://localhost:8000", "autoSync", true));
        return body;
    }

    static Map<String, Object> found(
            String conversation, String title, String content, String language) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Map<String, Object> artifact = new HashMap<>();
        artifact.put(
                "id",
                "artifact_%s_%s"
                        .formatted(
                                Long.toString(System.nanoTime(), 36),
                                Integer.toString(random.nextInt(60_000_000), 36)));
        artifact.put("title", title);
        artifact.put("content", content);
        artifact.put("type", language.equals("python") ? "python" : "code");
        artifact.put("language", language);
        artifact.put("timestamp", System.currentTimeMillis());
        artifact.put("conversationId", conversation);
        artifact.put("url", PAGE);
        artifact.put("size", content.length());
        return artifact;
    }

    /** From the second detection on: the block with a label, and the element around with two. */
    static List<Map<String, Object>> polluted(
            String conversation, String title, String content, String language) {
        String type = language.equals("python") ? "python" : "code";
        String label = "📥 Download" + type + " (" + language + ")";
        List<Map<String, Object>> twice = new ArrayList<>();
        twice.add(found(conversation, title, content + label + label, language));
        twice.add(found(conversation, title, content + label, language));
        return twice;
    }

    static List<Map<String, Object>> kept(TestingUser user) {
        return as(user).queryParam("size", 200).get("/artifacts").path("items");
    }

    static String contentOf(TestingUser user, Object id) {
        return as(user).get("/artifacts/{id}/content", id).asString();
    }
}
