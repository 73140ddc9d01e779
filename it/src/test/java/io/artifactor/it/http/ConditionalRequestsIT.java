package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Readers that have a thing already, and writers that have not seen its latest state. */
class ConditionalRequestsIT extends ServerTest {

    private final TestingUser user = newUser();

    private static void mustAnswerOnlyChanges(RequestSpecification first, String path) {
        Response answer = first.get(path);
        String tag = answer.header("ETag");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(tag).as("ETag of %s", path).matches("\"[\\x21\\x23-\\x7e]+\"");
    }

    private void mustAnswerOnlyChanges(TestingUser reader, String path) {
        mustAnswerOnlyChanges(as(reader), path);
        String tag = as(reader).get(path).header("ETag");
        as(reader)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyOrNullString());
        as(reader).header("If-None-Match", "\"other\", W/" + tag).head(path).then().statusCode(304);
        as(reader).header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void everySingleThingHasATagThatSparesReadingItAgain() {
        String artifact =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("title", "Tagged", "content", "x"))
                        .post("/artifacts")
                        .path("id");
        String versions = "/artifacts/" + artifact + "/versions";
        String version = as(user).get(versions).path("items[0].id");
        String run =
                as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "chat.md")
                        .body(
                                "# Chat\n\n## Human\n\nHi\n\n## Assistant\n\nHello\n"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post("/imports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String id = as(user).get("/auth/me").path("id");

        mustAnswerOnlyChanges(user, "/artifacts/" + artifact);
        mustAnswerOnlyChanges(user, "/artifacts/" + artifact + "/content");
        mustAnswerOnlyChanges(user, versions + "/" + version);
        mustAnswerOnlyChanges(user, "/imports/" + run);
        mustAnswerOnlyChanges(user, "/imports/" + run + "/original");
        mustAnswerOnlyChanges(user, "/auth/me");
        mustAnswerOnlyChanges(administrator(), "/users/" + id);
    }

    @Test
    void theSecondOfTwoAdministratorsIsShownTheUserAsItIs() {
        TestingUser admin = administrator();
        String path = "/users/" + as(user).get("/auth/me").path("id");
        String seen = as(admin).get(path).header("ETag");

        Response first = changeName(admin, path, seen, "First");
        Response second = changeName(admin, path, seen, "Second");

        first.then().statusCode(200).body("displayName", equalTo("First"));
        second.then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"))
                .body("current.displayName", equalTo("First"))
                .body("current.revision.toString()", equalTo(unquoted(first.header("ETag"))));
        as(admin).get(path).then().body("displayName", equalTo("First"));
        changeName(admin, path, first.header("ETag"), "Third").then().statusCode(200);
    }

    @Test
    void aWriteWithoutATagIsRefused() {
        TestingUser admin = administrator();
        String path = "/users/" + as(user).get("/auth/me").path("id");
        String artifact =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("title", "T"))
                        .post("/artifacts")
                        .path("id");

        as(admin).delete(path).then().statusCode(428);
        as(admin).contentType(ContentType.JSON).body(Map.of()).patch(path).then().statusCode(428);
        as(user).delete("/artifacts/{id}", artifact)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        as(user).get("/artifacts/{id}", artifact).then().statusCode(200);
    }

    private static Response changeName(TestingUser by, String path, String tag, String name) {
        return as(by).header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(Map.of("displayName", name))
                .patch(path);
    }

    private static String unquoted(String tag) {
        return tag.substring(1, tag.length() - 1);
    }
}
