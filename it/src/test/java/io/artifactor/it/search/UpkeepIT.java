package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The index is built anew while it answers, and what the indexes hold is what the database says.
 */
class UpkeepIT extends Searches {

    /** How many documents the index is to hold while it is built anew, if more than usual. */
    private static final int MANY = Integer.getInteger("it.index.documents", 0);

    private static final Duration LONG = Duration.ofMinutes(3).plusMillis(10L * MANY);

    private final TestingUser user = newUser();

    @BeforeEach
    void elasticsearchIsThere() {
        awaitDegraded(false);
    }

    @AfterEach
    void everythingRunsAgain() {
        Stack stack = RunningServer.stack();
        if (!stack.isRunning(Part.SERVER)) {
            stack.start(Part.SERVER);
        }
        awaitServer();
    }

    private void awaitServer() {
        await("a server that is ready")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> as(user).get("/auth/me").statusCode() == 200);
    }

    @Test
    void searchAnswersAllTheTimeAndTheNewIndexHasEveryChange() throws SQLException {
        List<String> ids = new ArrayList<>();
        addMany(Math.max(1_500, MANY));
        for (int i = 0; i < 20; i++) {
            ids.add(add(user, "Steady " + i, "formerly steady"));
        }
        awaitFound(user, "steady", 20);
        String before = Elasticsearch.indexInUse();

        String job = started("reindex");
        int changed = 0;
        while (!isOver("reindex", job)) {
            search(user, Map.of("q", "steady", "size", 50))
                    .then()
                    .statusCode(200)
                    .body("degraded", equalTo(false));
            assertThat(titles(user, "title:steady")).hasSize(20);
            if (changed < ids.size()) {
                replace(user, ids.get(changed), "steady presently");
                changed++;
            }
        }

        job("reindex", job).then().body("state", equalTo("completed"));
        assertThat(Elasticsearch.indexInUse()).isNotEqualTo(before);
        assertThat(Elasticsearch.indexes()).containsExactly(Elasticsearch.indexInUse());
        assertThat(changed).isPositive();
        awaitFound(user, "presently", changed);
        mustHaveNoDrift();
    }

    @Test
    void aJobOfAKilledServerGoesOnWhereItStood() throws SQLException {
        int many = Math.max(3_000, MANY);
        addMany(many);
        awaitTotal(many);
        String job = started("reindex");
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> job("reindex", job).<Integer>path("done") > 0);

        Instant killed = Instant.now();
        RunningServer.stack().kill(Part.SERVER);
        RunningServer.stack().start(Part.SERVER);
        awaitServer();

        assertThat(job("reindex", job).<Integer>path("done")).isPositive();
        awaitOver("reindex", job);
        job("reindex", job).then().body("state", equalTo("completed"));
        assertThat(Instant.parse(job("reindex", job).path("endedAt"))).isAfter(killed);
        int total = job("reindex", job).path("total");
        assertThat(job("reindex", job).<Integer>path("done")).isBetween(total, total + 5);
        awaitDegraded(false);
        mustHaveNoDrift();
    }

    @Test
    void whatDriftedIsListedAndMendedOneByOne() throws SQLException {
        String lost = add(user, "Lost", "drifting");
        String changed = add(user, "Changed", "drifting");
        awaitFound(user, "drifting", 2);
        String extra = UUID.randomUUID().toString();
        Elasticsearch.deleteDocument(lost);
        Elasticsearch.putDocument(changed, Map.of("id", changed, "hash", "0", "title", "Other"));
        Elasticsearch.putDocument(extra, Map.of("id", extra, "title", "Extra"));
        Rows.execute("update search_entry set hash = '0' where subject_id = ?::uuid", lost);

        Response report = driftReport();
        Map<String, String> found = differences(report);
        assertThat(found)
                .containsEntry("elasticsearch/" + lost, "missing")
                .containsEntry("elasticsearch/" + changed, "different")
                .containsEntry("elasticsearch/" + extra, "extra")
                .containsEntry("postgresql/" + lost, "different")
                .doesNotContainKey("postgresql/" + changed);
        report.then().body("counts.'elasticsearch.extra'", equalTo(1));

        for (String id : List.of(lost, changed, extra)) {
            as(administrator())
                    .post("/admin/search/documents/{id}/reindex", id)
                    .then()
                    .statusCode(204);
        }

        awaitFound(user, "drifting", 2);
        mustHaveNoDrift();
    }

    @Test
    void aStoppedJobLeavesTheIndexInUseAlone() throws SQLException {
        addMany(1_000);
        String before = Elasticsearch.indexInUse();
        String job = started("reindex");
        as(administrator()).post("/admin/search/reindex").then().statusCode(409);
        as(administrator()).post("/admin/search/reindex/{id}/stop", job).then().statusCode(202);

        awaitOver("reindex", job);

        job("reindex", job).then().body("state", equalTo("stopped"));
        as(administrator())
                .get("/operations/{id}", job)
                .then()
                .statusCode(200)
                .body("kind", equalTo("reindex"))
                .body("state", equalTo("stopped"));
        assertThat(Elasticsearch.indexes()).containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/search/reindex", "/admin/search/drift"})
    void onlyAnAdministratorLooksAfterTheIndexes(String path) {
        as(user).post(path).then().statusCode(403);
        as(user).get("/admin/search/drift").then().statusCode(403);
        as(user).get("/admin/outbox/parked").then().statusCode(403);
        as(administrator()).get(path + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatWasGivenUpIsListedTriedAgainAndLetGo() throws SQLException {
        UUID poison = UUID.randomUUID();
        Rows.execute(
                """
                insert into outbox (reader, event, subject, attempts, last_error, parked_at)
                    select 'nobody', 'artifact.changed', ?, 5, 'poison', now()
                """,
                poison);
        List<String> subjects =
                as(administrator())
                        .get("/admin/outbox/parked?size=200")
                        .then()
                        .statusCode(200)
                        .body("items.lastError", hasItem("poison"))
                        .extract()
                        .path("items.subject");
        List<Integer> ids =
                as(administrator()).get("/admin/outbox/parked?size=200").path("items.id");
        int id = ids.get(subjects.indexOf(poison.toString()));

        as(administrator()).delete("/admin/outbox/{id}", id).then().statusCode(204);

        as(administrator()).delete("/admin/outbox/{id}", id).then().statusCode(404);
        as(administrator())
                .get("/admin/outbox/parked?size=200")
                .then()
                .body("items.subject", not(hasItem(poison.toString())));
    }

    private static String started(String kind) {
        Response started = as(administrator()).post("/admin/search/" + kind);
        started.then().statusCode(202).header("Location", containsString("/admin/search/" + kind));
        return started.path("id");
    }

    private static Response job(String kind, String id) {
        return as(administrator()).get("/admin/search/{kind}/{id}", kind, id);
    }

    private static boolean isOver(String kind, String id) {
        String prefix = "drift".equals(kind) ? "job." : "";
        String state = job(kind, id).path(prefix + "state");
        return !List.of("queued", "running").contains(state);
    }

    private static void awaitOver(String kind, String id) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> isOver(kind, id));
    }

    private static Response driftReport() {
        String id = started("drift");
        awaitOver("drift", id);
        Response report = job("drift", id);
        report.then().statusCode(200).body("job.state", equalTo("completed"));
        return report;
    }

    private static Map<String, String> differences(Response report) {
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> item : report.jsonPath().<Map<String, String>>getList("items")) {
            found.put(item.get("index") + "/" + item.get("id"), item.get("difference"));
        }
        return found;
    }

    /** Once what is on its way has come. */
    private static void mustHaveNoDrift() {
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(differences(driftReport())).isEmpty());
    }

    private void awaitTotal(int total) {
        await().atMost(LONG)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> search(user, Map.of()).<Integer>path("total") >= total);
    }

    /** Rows as a large import would have left them, without content. */
    private void addMany(int count) throws SQLException {
        Rows.execute(
                """
                with added as (
                    insert into artifact (id, workspace_id, owner_id, title, kind, media_type,
                            file_name, source, created_at, updated_at)
                        select gen_random_uuid(), w.id, u.id, 'Many ' || n, 'document',
                            'text/plain', 'many.txt', 'api', now(), now()
                        from generate_series(1, ?) n, app_user u
                        join workspace w on w.owner_id = u.id where u.username = ?
                        returning id)
                insert into outbox (reader, event, subject)
                    select reader, 'artifact.changed', id from added,
                        (values ('search-postgresql'), ('search-elasticsearch')) as r (reader)
                """,
                count,
                user.username());
    }
}
