package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrashIT extends Life {

    private final TestingUser user = newUser();

    private Response trash(Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/trash");
    }

    @Test
    void aDeletedArtifactLiesInTheTrashForThirtyDays() {
        String id = add(user, "Gone", "content");

        delete(user, id);

        Response item = trash(Map.of("total", true));
        item.then()
                .body("items.id", contains(id))
                .body("items[0].title", equalTo("Gone"))
                .body("items[0].deletedBy", notNullValue())
                .body("total", equalTo(1));
        Instant deleted = Instant.parse(item.path("items[0].deletedAt"));
        assertThat(Instant.parse(item.path("items[0].expiresAt")))
                .isEqualTo(deleted.plus(Duration.ofDays(30)));
        get(user, id).then().statusCode(404);
        list(user, Map.of()).then().body("items", empty());
    }

    @Test
    void whatIsRestoredIsAsBefore() {
        String id = add(user, "Back", "one");
        replace(user, id, "two");
        Map<String, ?> before = get(user, id).jsonPath().getMap("$");
        delete(user, id);
        String tag = as(user).get("/trash/{id}", id).header("ETag");

        Response back = as(user).header("If-Match", tag).post("/trash/{id}/restore", id);

        back.then().statusCode(200).body("title", equalTo("Back")).body("version", equalTo(2));
        Map<String, ?> after = get(user, id).jsonPath().getMap("$");
        after.remove("revision");
        before.remove("revision");
        assertThat(after).isEqualTo(before);
        assertThat(content(user, id)).isEqualTo("two");
        trash(Map.of()).then().body("items", empty());
    }

    @Test
    void writesToTheTrashNeedTheRevisionSeen() {
        String id = add(user, "T", "c");
        delete(user, id);

        as(user).post("/trash/{id}/restore", id).then().statusCode(428);
        as(user).delete("/trash/{id}", id).then().statusCode(428);
        as(user).header("If-Match", "\"0\"")
                .delete("/trash/{id}", id)
                .then()
                .statusCode(412)
                .body("current.id", equalTo(id));
    }

    @Test
    void whatIsPurgedIsGone() {
        String id = add(user, "T", "c");
        delete(user, id);

        purge(user, id);

        restore(user, id).then().statusCode(404);
        as(user).get("/trash/{id}", id).then().statusCode(404);
        as(user).header("If-Match", "*").delete("/trash/{id}", id).then().statusCode(404);
    }

    @Test
    void theSweepPurgesWhatHasExpiredAndNothingElse() throws SQLException {
        String old = add(user, "Old", "1");
        String young = add(user, "Young", "2");
        delete(user, old);
        delete(user, young);
        Rows.execute("update artifact set purge_at = now() where id = ?", UUID.fromString(old));

        sweep().then().statusCode(200);

        trash(Map.of()).then().body("items.id", contains(young));
        restore(user, old).then().statusCode(404);
        restore(user, young).then().statusCode(200);
    }

    @Test
    void anEmptiedTrashIsEmptyAtOnceAndForGood() {
        for (int i = 0; i < 3; i++) {
            delete(user, add(user, "T" + i, "c" + i));
        }
        String kept = add(user, "Kept", "kept");

        as(user).delete("/trash").then().statusCode(202).body("artifacts", equalTo(3));

        trash(Map.of("total", true)).then().body("items", empty()).body("total", equalTo(0));
        get(user, kept).then().statusCode(200);
        as(user).delete("/trash").then().statusCode(202).body("artifacts", equalTo(0));
    }

    @Test
    void theTrashIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            delete(user, add(user, "T" + i, "c"));
        }

        Response first = trash(Map.of("size", 2));
        Response second = trash(Map.of("size", 2, "cursor", first.<String>path("next")));
        Response third = trash(Map.of("size", 2, "cursor", second.<String>path("next")));

        first.then().body("items.title", contains("T4", "T3"));
        second.then().body("items.title", contains("T2", "T1"));
        third.then().body("items.title", contains("T0"));
        assertThat(statements(first)).isEqualTo(statements(trash(Map.of("size", 200))));
    }

    @Test
    void theSameFileUploadedAgainComesBack() {
        String id = upload(user, "a.txt", "the same").then().statusCode(201).extract().path("id");
        delete(user, id);

        Response back = upload(user, "a.txt", "the same");

        back.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("restored", equalTo(true))
                .header("Location", org.hamcrest.Matchers.endsWith("/artifacts/" + id));
        get(user, id).then().statusCode(200).body("$", not(hasKey("restored")));
    }

    @Test
    void anotherNameOrAWishMakesANewArtifact() {
        String id = upload(user, "a.txt", "bytes").path("id");
        delete(user, id);

        upload(user, "b.txt", "bytes").then().statusCode(201);
        as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", "a.txt")
                .queryParam("restore", false)
                .body("bytes".getBytes(StandardCharsets.UTF_8))
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id)));
        trash(Map.of()).then().body("items.id", contains(id));
    }

    @Test
    void nobodyElsesTrashComesBack() {
        TestingUser other = newUser();
        delete(user, upload(user, "a.txt", "of two").path("id"));

        upload(other, "a.txt", "of two").then().statusCode(201);

        trash(Map.of()).then().body("items", hasSize(1));
    }

    private String imported(String content) {
        String run =
                as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "note.md")
                        .queryParam("start", true)
                        .body(content.getBytes(StandardCharsets.UTF_8))
                        .post("/imports")
                        .path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(user).get("/imports/{id}", run).path("state").equals("completed"));
        return run;
    }

    @Test
    void importingAgainDoesNotBringBackWhatWasPurged() {
        imported("# A note\n");
        String id = list(user, Map.of()).path("items[0].id");
        delete(user, id);
        purge(user, id);

        String again = imported("# A note\n");

        as(user).get("/imports/{id}/items", again)
                .then()
                .body("items.outcome", contains("skipped"))
                .body("items.reason", contains("deleted"));
        list(user, Map.of()).then().body("items", empty());
    }

    @Test
    void strangersFindNothingAndViewersChangeNothing() throws SQLException {
        TestingUser stranger = newUser();
        TestingUser viewer = newUser();
        String id = add(user, "T", "c");
        invite(viewer, "viewer", id);
        delete(user, id);

        as(stranger).get("/trash/{id}", id).then().statusCode(404);
        restore(stranger, id).then().statusCode(404);
        as(stranger).header("If-Match", "*").delete("/trash/{id}", id).then().statusCode(404);
        as(stranger).get("/trash").then().body("items", empty());
        as(viewer).get("/trash/{id}", id).then().statusCode(200);
        restore(viewer, id).then().statusCode(403);
        as(viewer).header("If-Match", "*").delete("/trash/{id}", id).then().statusCode(403);
        as(viewer).delete("/trash").then().body("artifacts", equalTo(0));
        restore(user, id).then().statusCode(200);
    }

    @Test
    void aRestoredArtifactIsFoundAgain() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String id = add(user, "Findable", word);
        delete(user, id);
        restore(user, id).then().statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(user).queryParam("q", word)
                                .get("/search")
                                .then()
                                .body("items.id", contains(id)));
    }
}
