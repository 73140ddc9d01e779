package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Searches people keep, each to their own. */
class SavedSearchesIT extends Searches {

    private final TestingUser user = newUser();

    @Test
    void aSearchIsKeptAskedChangedAndDeleted() {
        add(user, "Kept one", "savoury");
        add(user, "Kept two", "savoury sweet");
        awaitFound(user, "savoury", 2);
        Response made = keep(user, "Savoury", Map.of("text", "savoury", "sort", "title"));
        made.then()
                .statusCode(201)
                .header("Location", containsString("/searches/"))
                .header("ETag", equalTo("\"0\""))
                .body("query.text", equalTo("savoury"));
        String id = made.path("id");

        Response page = as(user).queryParam("size", 1).get("/searches/{id}/results", id);
        page.then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.title", contains("Kept one"));
        as(user).queryParam("size", 1)
                .queryParam("cursor", page.<String>path("next"))
                .get("/searches/{id}/results", id)
                .then()
                .statusCode(200)
                .body("items.title", contains("Kept two"));

        change(user, id, "\"0\"", Map.of("name", "Sweet", "query", Map.of("text", "sweet")))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Sweet"));
        as(user).get("/searches/{id}/results", id).then().body("items.title", contains("Kept two"));
        as(user).get("/searches").then().body("items.name", contains("Sweet"));
        as(user).header("If-Match", "\"1\"").delete("/searches/{id}", id).then().statusCode(204);
        as(user).get("/searches/{id}", id).then().statusCode(404);
    }

    @Test
    void nobodySeesTheSearchesOfOthers() {
        String id = keep(user, "Mine", Map.of("text", "mine")).path("id");
        for (TestingUser other : List.of(newUser(), administrator())) {
            as(other).get("/searches/{id}", id).then().statusCode(404);
            as(other).get("/searches/{id}/results", id).then().statusCode(404);
            change(other, id, "*", Map.of("name", "Theirs")).then().statusCode(404);
            as(other).header("If-Match", "*").delete("/searches/{id}", id).then().statusCode(404);
        }
        as(newUser()).get("/searches").then().statusCode(200).body("items", empty());
    }

    @Test
    void whatWasNotSeenIsNotOverwritten() {
        String id = keep(user, "Contested", Map.of("text", "one")).path("id");
        change(user, id, "\"0\"", Map.of("name", "First")).then().statusCode(200);

        change(user, id, "\"0\"", Map.of("name", "Second"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("First"))
                .body("current.revision", equalTo(1));
        as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "Third"))
                .patch("/searches/{id}", id)
                .then()
                .statusCode(428);
    }

    @Test
    void whatCouldNotBeAskedIsNotKept() {
        keep(user, "Broken", Map.of("text", "(a"))
                .then()
                .statusCode(400)
                .body("position", equalTo(3));
        keep(user, "Broken", Map.of("kinds", List.of("moon")))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("kinds"));
        keep(user, " ", Map.of("text", "a")).then().statusCode(400);
        keep(user, "x".repeat(101), Map.of("text", "a")).then().statusCode(400);
        as(user).get("/searches").then().body("items", empty());
    }

    @Test
    void aNameIsGivenOnceAndThereAreOneHundredAtMost() {
        keep(user, "Name 0", Map.of("text", "a")).then().statusCode(201);
        keep(user, "NAME 0", Map.of("text", "b")).then().statusCode(409);
        for (int i = 1; i < 100; i++) {
            assertThat(keep(user, "Name " + i, Map.of("text", "a")).statusCode()).isEqualTo(201);
        }
        keep(user, "One more", Map.of("text", "a")).then().statusCode(409);
    }

    private static Response keep(TestingUser user, String name, Map<String, ?> query) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("name", name, "query", query))
                .post("/searches");
    }

    private static Response change(
            TestingUser user, String id, String revision, Map<String, ?> body) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", revision)
                .body(body)
                .patch("/searches/{id}", id);
    }
}
