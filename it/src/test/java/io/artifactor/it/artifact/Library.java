package io.artifactor.it.artifact;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What tests of artifacts say again and again. */
public abstract class Library extends ServerTest {

    protected static final String ABSENT = "01939d2f-0000-7000-8000-000000000001";

    protected static Response post(TestingUser user, Object body) {
        return as(user).contentType(ContentType.JSON).body(body).post("/artifacts");
    }

    /** Adds an artifact and gives its id. */
    protected static String add(TestingUser user, Map<String, String> artifact) {
        return post(user, artifact).then().statusCode(201).extract().path("id");
    }

    protected static String add(TestingUser user, String title, String content) {
        return add(user, Map.of("title", title, "content", content));
    }

    protected static Response get(TestingUser user, String id) {
        return as(user).get("/artifacts/{id}", id);
    }

    protected static Response patch(TestingUser user, String id, String tag, Object body) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .patch("/artifacts/{id}", id);
    }

    protected static Response replace(TestingUser user, String id, String tag, String content) {
        return as(user).contentType(ContentType.BINARY)
                .header("If-Match", tag)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", id);
    }

    /** Replaces the content, whatever its revision. */
    protected static void replace(TestingUser user, String id, String content) {
        replace(user, id, "*", content).then().statusCode(200);
    }

    /** A query parameter as it stands, without the client encoding it once more. */
    protected static Response list(TestingUser user, Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/artifacts");
    }
}
