package io.artifactor.it.hold;

import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.artifactor.it.workspace.Places;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** What tests of legal holds say again and again. */
abstract class Held extends Places {

    final TestingUser admin = administrator();

    static Response place(TestingUser user, String name, String kind, String id) {
        return send(
                user,
                "/holds",
                Map.of("name", name, "reason", "A reason", "on", Map.of("kind", kind, "id", id)));
    }

    /** Places a hold and gives its id. */
    final String hold(String kind, String id) {
        return place(admin, "Case 17", kind, id).then().statusCode(201).extract().path("id");
    }

    final void release(String hold) {
        as(admin)
                .header("If-Match", "*")
                .queryParam("reason", "The case is closed")
                .delete("/holds/{id}", hold)
                .then()
                .statusCode(200);
    }

    static Response delete(TestingUser user, String kind, String id) {
        return as(user).header("If-Match", "*").delete("/" + kind + "/{id}", id);
    }

    static void refused(Response answer) {
        answer.then().statusCode(409).body("code", equalTo("on-hold"));
    }

    static Response change(TestingUser user, String kind, String id, Map<String, ?> fields) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(fields)
                .patch("/" + kind + "/{id}", id);
    }

    static String folder(TestingUser user, Map<String, ?> fields) {
        return send(user, "/folders", fields).then().statusCode(201).extract().path("id");
    }

    static Response sweep() {
        return as(administrator()).post("/admin/purge");
    }
}
