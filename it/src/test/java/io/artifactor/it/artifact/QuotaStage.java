package io.artifactor.it.artifact;

import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.artifactor.it.workspace.Places;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** The stage of tests of quotas: somebody whom an administrator limits, and how much is used. */
abstract class QuotaStage extends Places {

    static final String TEN = "0123456789";

    final TestingUser admin = administrator();
    final TestingUser user = newUser();
    final String id = idOf(user);
    final String personal = personalOf(user);

    final void limitUser(TestingUser limited, long bytes) {
        limit("/users/" + idOf(limited), bytes).then().statusCode(200);
    }

    final void limitWorkspace(String workspace, long bytes) {
        limit("/workspaces/" + workspace, bytes).then().statusCode(200);
    }

    final Response limit(String holder, long bytes) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("limit", bytes))
                .put(holder + "/quota");
    }

    final long used(TestingUser owner) {
        return as(admin).get("/users/{id}/quota", idOf(owner)).jsonPath().getLong("used");
    }

    final long held(String workspace) {
        return as(admin).get("/workspaces/{id}/quota", workspace).jsonPath().getLong("used");
    }

    static Response add(TestingUser adder, String workspace, String content) {
        return send(
                adder,
                "/artifacts",
                Map.of("title", "T", "content", content, "workspaceId", workspace));
    }

    final String added(String content) {
        return added(personal, content);
    }

    final String added(String workspace, String content) {
        return add(user, workspace, content).then().statusCode(201).extract().path("id");
    }

    static void mustBeTooMuch(Response answer, long limit, long used, long needed) {
        answer.then()
                .statusCode(413)
                .body("code", equalTo("quota-exceeded"))
                .body("limit", equalTo((int) limit))
                .body("used", equalTo((int) used))
                .body("needed", equalTo((int) needed));
    }
}
