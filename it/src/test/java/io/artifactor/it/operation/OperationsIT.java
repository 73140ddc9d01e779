package io.artifactor.it.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Long-running work of every kind is one list; here it is imports. */
class OperationsIT extends ServerTest {

    private static String finishedImport(TestingUser user) {
        String id =
                as(user).contentType(ContentType.TEXT)
                        .body("=== ARTIFACT: a.py ===\nprint(1)\n")
                        .post("/claude/download")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        "succeeded".equals(as(user).get("/operations/{id}", id).path("state")));
        return id;
    }

    @Test
    void anImportIsAnOperation() {
        TestingUser user = newUser();
        String id = finishedImport(user);

        as(user).get("/operations/{id}", id)
                .then()
                .statusCode(200)
                .body("kind", equalTo("import"))
                .body("title", equalTo("pasted.txt"))
                .body("phase", equalTo("import"))
                .body("progress.unit", equalTo("bytes"))
                .body("progress.done", greaterThan(0))
                .body("counts.added", greaterThan(0))
                .body("problem", nullValue());
        as(user).get("/operations?total=true")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(id));
        as(user).post("/operations/{id}/stop", id).then().statusCode(409);
        as(user).post("/operations/{id}/restart", id).then().statusCode(409);
    }

    @Test
    void oneThatStoppedGoesOn() throws Exception {
        TestingUser user = newUser();
        String id = finishedImport(user);
        Rows.execute(
                """
                update import_run set state = 'stopped'
                where user_id = (select id from app_user where username = ?)
                """,
                user.username());

        as(user).get("/operations/{id}", id).then().body("state", equalTo("stopped"));
        as(user).post("/operations/{id}/restart", id).then().statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        "succeeded".equals(as(user).get("/operations/{id}", id).path("state")));
    }

    @Test
    void othersDoNotSeeItAndAdministratorsOnlyThatItRuns() {
        TestingUser user = newUser();
        TestingUser stranger = newUser();
        TestingUser administrator = administrator();
        String id = finishedImport(user);

        as(stranger).get("/operations/{id}", id).then().statusCode(404);
        as(stranger).post("/operations/{id}/stop", id).then().statusCode(404);
        as(stranger).get("/operations").then().body("items.size()", equalTo(0));
        as(stranger).get("/operations?all=true").then().statusCode(403);
        anonymous().get("/operations").then().statusCode(401);
        as(administrator)
                .get("/operations?all=true&size=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        as(administrator)
                .get("/operations/{id}", id)
                .then()
                .statusCode(200)
                .body("title", nullValue())
                .body("state", equalTo("succeeded"));
        as(administrator).post("/operations/{id}/restart", id).then().statusCode(403);
    }

    @Test
    void cursorsGoThroughAllOfThem() throws Exception {
        TestingUser user = newUser();
        finishedImport(user);
        String few = as(user).get("/operations").header("X-Sql-Statements");
        Rows.execute(
                """
                insert into import_run (id, workspace_id, user_id, file_name, sha256, size, mode,
                        state, created_at)
                    select gen_random_uuid(), workspace_id, user_id, file_name, sha256, size, mode,
                        state, r.created_at - n * interval '1 minute'
                    from import_run r join app_user u on u.id = r.user_id,
                        generate_series(1, 44) n
                    where u.username = ?
                """,
                user.username());

        assertThat(as(user).get("/operations").header("X-Sql-Statements")).isEqualTo(few);
        String next = as(user).get("/operations?size=30").path("next");
        as(user).queryParam("cursor", next)
                .get("/operations?size=30")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(15))
                .body("next", nullValue());
        as(user).get("/operations?size=20&page=3").then().body("items.size()", equalTo(5));
        as(user).get("/operations?cursor=nonsense").then().statusCode(400);
        as(user).get("/operations/nonsense").then().statusCode(400);
    }
}
