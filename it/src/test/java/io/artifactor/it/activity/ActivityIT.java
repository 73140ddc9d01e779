package io.artifactor.it.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Library;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people did stands in a list that those may read who may read what it was done to. */
class ActivityIT extends Library {

    private static List<Map<String, Object>> lines(TestingUser user, String query) {
        return as(user).get("/activity" + query).then().statusCode(200).extract().path("items");
    }

    /** The outbox is read a moment after the request that wrote it. */
    private static List<Map<String, Object>> lines(TestingUser user, String query, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> lines(user, query), found -> sum(found) >= count);
    }

    private static long sum(List<Map<String, Object>> lines) {
        return lines.stream().mapToLong(it -> ((Number) field(it, "count")).longValue()).sum();
    }

    @Test
    void everyKindOfChangeIsALine() {
        TestingUser user = newUser();
        String id = add(user, "Merge sort", "first");
        replace(user, id, "second");
        patch(user, id, "*", Map.of("title", "Quick sort")).then().statusCode(200);
        as(user).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(204);

        List<Map<String, Object>> lines = lines(user, "", 4);

        assertThat(lines)
                .extracting(it -> it.get("type"))
                .containsExactly(
                        "artifact.deleted",
                        "artifact.described",
                        "artifact.version-added",
                        "artifact.added");
        assertThat(lines)
                .allSatisfy(it -> {
                    assertThat(((Map<?, ?>) field(it, "subject")).get("id")).isEqualTo(id);
                    assertThat(((Map<?, ?>) field(it, "actor")).get("name"))
                            .isEqualTo(user.username());
                });
        assertThat(lines(user, "?type=artifact.added")).hasSize(1);
        assertThat(lines(user, "?from=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(lines(user, "?to=2100-01-01T00:00:00Z")).hasSize(4);
    }

    @Test
    void aBurstIsOneLine() {
        TestingUser user = newUser();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(add(user, "Number " + i, "content " + i));
        }

        List<Map<String, Object>> lines = lines(user, "", 12);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).containsEntry("count", 12);
        List<Map<String, Object>> ofOne = lines(user, "?artifact=" + ids.get(5));
        assertThat(ofOne).hasSize(1);
        assertThat(ofOne.getFirst()).containsEntry("count", 1);
        assertThat(((Map<?, ?>) field(ofOne.getFirst(), "subject")).get("title"))
                .isEqualTo("Number 5");
    }

    @Test
    void strangersSeeNothing() {
        TestingUser user = newUser();
        TestingUser stranger = newUser();
        String id = add(user, "Mine", "content");
        String workspace = field(lines(user, "", 1).getFirst(), "workspaceId").toString();

        assertThat(lines(stranger, "")).isEmpty();
        assertThat(lines(stranger, "?artifact=" + id)).isEmpty();
        as(stranger).get("/activity?workspace=" + workspace).then().statusCode(404);
        assertThat(lines(administrator(), "?artifact=" + id)).isEmpty();
        assertThat(lines(user, "?workspace=" + workspace)).hasSize(1);
        anonymous().get("/activity").then().statusCode(401);
    }

    @Test
    void anImportIsOneLine() {
        TestingUser user = newUser();
        as(user).contentType(ContentType.TEXT)
                .body("=== ARTIFACT: a.py ===\nprint(1)\n=== ARTIFACT: b.py ===\nprint(2)\n")
                .post("/claude/download")
                .then()
                .statusCode(202);

        List<Map<String, Object>> lines = lines(user, "", 1);
        assertThat(lines).extracting(it -> it.get("type")).containsExactly("import.completed");
    }

    @Test
    void aPageCostsTheSameHoweverLongTheListIs() throws Exception {
        TestingUser user = newUser();
        add(user, "First", "content");
        lines(user, "", 1);
        String few = as(user).get("/activity?size=20").header("X-Sql-Statements");
        Rows.execute(
                """
                insert into activity (id, workspace_id, actor_id, verb, subject_type, subject_id,
                        title, at, burst, until)
                    select i, workspace_id, actor_id, verb, subject_type, subject_id, title,
                        at - n * interval '1 hour', i, until
                    from (select gen_random_uuid() as i, n, a.* from activity a
                        join app_user u on u.id = a.actor_id, generate_series(1, 500) n
                        where u.username = ?) copies
                """,
                user.username());

        assertThat(as(user).get("/activity?size=20").header("X-Sql-Statements")).isEqualTo(few);
        String next = as(user).get("/activity?size=200&total=true").path("next");
        as(user).queryParam("cursor", next)
                .get("/activity?size=200")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(200));
        as(user).get("/activity?total=true").then().body("total", equalTo(501));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=nonsense",
                "artifact=1",
                "actor='",
                "from=yesterday",
                "from=-99999-01-01T00:00:00Z",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "cursor=nonsense",
                "size=0"
            })
    void badFiltersAreRefused(String query) {
        as(newUser()).get("/activity?" + query).then().statusCode(400);
    }
}
