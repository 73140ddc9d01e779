package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsLifeIT extends Life {

    private final TestingUser user = newUser();
    private final String id = add(user, "T", "one");

    private String version(int index) {
        return as(user).get("/artifacts/{id}/versions", id).path("items[%d].id".formatted(index));
    }

    private Response label(TestingUser by, String version, String tag, String label) {
        return as(by).contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("label", label))
                .patch("/artifacts/{id}/versions/{v}", id, version);
    }

    private Response branch(TestingUser by, Map<String, ?> body) {
        return as(by).contentType(ContentType.JSON).body(body).post("/artifacts/{id}/branches", id);
    }

    private Response switchTo(String tag, String name) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("name", name))
                .put("/artifacts/{id}/branch", id);
    }

    private Response replaceOn(String branch, String content) {
        return as(user).contentType(ContentType.BINARY)
                .header("If-Match", "*")
                .queryParam("branch", branch)
                .body(content.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/artifacts/{id}/content", id);
    }

    @Test
    void aLabelStandsAtItsVersionUntilItIsTakenAway() {
        String version = version(0);
        String tag = as(user).get("/artifacts/{id}/versions/{v}", id, version).header("ETag");

        Response labelled = label(user, version, tag, " As sent ");

        labelled.then().statusCode(200).body("label", equalTo("As sent"));
        as(user).get("/artifacts/{id}/versions", id)
                .then()
                .body("items.label", contains("As sent"));
        label(user, version, tag, "Other")
                .then()
                .statusCode(412)
                .body("current.label", equalTo("As sent"));
        label(user, version, labelled.header("ETag"), "")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("label")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u202eb", "x\u0000"})
    void aLabelIsOneLineOfText(String label) {
        label(user, version(0), "*", label)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("label"));
    }

    @Test
    void aLabelHasAtMost100Characters() {
        label(user, version(0), "*", "x".repeat(101)).then().statusCode(400);
        label(user, version(0), "*", "x".repeat(100)).then().statusCode(200);
    }

    @Test
    void anEarlierVersionBecomesTheNextOne() {
        replace(user, id, "two");
        String first = version(1);
        String tag = get(user, id).header("ETag");

        Response restored =
                as(user).header("If-Match", tag)
                        .post("/artifacts/{id}/versions/{v}/restore", id, first);

        restored.then().statusCode(200).body("version", equalTo(3)).body("size", equalTo(3));
        assertThat(content(user, id)).isEqualTo("one");
        as(user).header("If-Match", tag)
                .post("/artifacts/{id}/versions/{v}/restore", id, first)
                .then()
                .statusCode(412);
        as(user).post("/artifacts/{id}/versions/{v}/restore", id, first).then().statusCode(428);
        as(user).header("If-Match", "*")
                .post("/artifacts/{id}/versions/{v}/restore", id, version(0))
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void aBranchBeginsWithAVersionAndGoesItsOwnWay() {
        String first = version(0);
        replace(user, id, "two");

        branch(user, Map.of("name", "experiment", "from", first))
                .then()
                .statusCode(201)
                .body("branch", equalTo("main"))
                .body("versionCount", equalTo(3));
        replaceOn("experiment", "three").then().statusCode(200).body("version", equalTo(2));

        assertThat(content(user, id)).isEqualTo("two");
        switchTo(get(user, id).header("ETag"), "experiment")
                .then()
                .statusCode(200)
                .body("branch", equalTo("experiment"))
                .body("version", equalTo(2));
        assertThat(content(user, id)).isEqualTo("three");
        replace(user, id, "four");
        as(user).get("/artifacts/{id}/branches", id)
                .then()
                .body("items.name", contains("experiment", "main"))
                .body("items.versions", contains(3, 2))
                .body("items.current", contains(true, false));
        switchTo("*", "main").then().body("version", equalTo(2));
        assertThat(content(user, id)).isEqualTo("two");
    }

    @Test
    void branchesAreUniqueInWhateverCase() {
        branch(user, Map.of("name", "Try")).then().statusCode(201);

        branch(user, Map.of("name", "tRY")).then().statusCode(409);
        branch(user, Map.of("name", "MAIN")).then().statusCode(409);
        switchTo("*", "try").then().statusCode(404);
        replaceOn("absent", "x").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "a..b",
                "/a",
                "a/",
                "-x",
                "a\tb",
                "a\\b",
                "a\u0000",
                "ab\u202e",
                "%00"
            })
    void aBadNameOfABranchIsRefused(String name) {
        branch(user, Map.of("name", name))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("name"));
    }

    @Test
    void aBranchBeginsWithAVersionOfItsOwnArtifactOnly() {
        String other = add(user, "Other", "other");
        String foreign = as(user).get("/artifacts/{id}/versions", other).path("items[0].id");

        branch(user, Map.of("name", "b", "from", foreign)).then().statusCode(404);
        branch(user, Map.of()).then().statusCode(400);
        as(user).header("If-Match", "*")
                .post("/artifacts/{id}/versions/{v}/restore", id, foreign)
                .then()
                .statusCode(404);
    }

    @Test
    void strangersFindNothingAndViewersChangeNothing() throws SQLException {
        TestingUser stranger = newUser();
        TestingUser viewer = newUser();
        invite(viewer, "viewer", id);
        String version = version(0);

        label(stranger, version, "*", "x").then().statusCode(404);
        branch(stranger, Map.of("name", "b")).then().statusCode(404);
        as(stranger).post("/artifacts/{id}/verify", id).then().statusCode(404);
        as(stranger)
                .header("If-Match", "*")
                .post("/artifacts/{id}/versions/{v}/restore", id, version)
                .then()
                .statusCode(404);
        label(viewer, version, "*", "x").then().statusCode(403);
        branch(viewer, Map.of("name", "b")).then().statusCode(403);
        as(viewer).post("/artifacts/{id}/verify", id).then().statusCode(403);
        as(viewer).get("/artifacts/{id}/versions/{v}", id, version).then().statusCode(200);
    }
}
