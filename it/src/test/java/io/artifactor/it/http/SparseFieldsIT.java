package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseFieldsIT extends ServerTest {

    private final TestingUser user = newUser();

    private Response add() {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("title", "Sparse", "content", "x"))
                .post("/artifacts");
    }

    @Test
    void aListHasOnlyTheFieldsAskedForInItsItems() {
        String id = add().path("id");

        as(user).queryParams(Map.of("fields", "id,title", "total", true))
                .get("/artifacts")
                .then()
                .statusCode(200)
                .body("items", contains(Map.of("id", id, "title", "Sparse")))
                .body("total", equalTo(1))
                .body("containsKey('next')", equalTo(true));
    }

    @Test
    void aSingleThingHasOnlyTheFieldsAskedForAndKeepsItsTag() {
        Response made = add();

        Response sparse =
                as(user).queryParam("fields", "version")
                        .get("/artifacts/{id}", made.<String>path("id"));

        sparse.then().body("$", aMapWithSize(1)).body("version", equalTo(1));
        assertThat(sparse.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/artifacts", "/conversations", "/imports", "/search", "/auth/me"})
    void anUnknownFieldIsRefusedEvenInAnEmptyList(String path) {
        as(user).queryParam("fields", "id,nonsense")
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("fields"))
                .body("detail", containsString("known are "));
    }

    @Test
    void nestedFieldsAreNamedWithDots() {
        as(user).queryParam("fields", "items.id").get("/artifacts").then().statusCode(400);
        as(user).queryParam("fields", "counts.added,id").get("/imports").then().statusCode(200);
        as(user).queryParam("fields", "highlights").get("/search").then().statusCode(200);
    }
}
