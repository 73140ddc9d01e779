package io.artifactor.it.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.artifact.Rows;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What runs of rules take, and what they leave. */
class RunsIT extends Rules {

    @Test
    void whatIsOldEnoughGoesIntoTheTrash() throws SQLException {
        String old = old(owner, place, "Old");
        String young = artifact(owner, place, "Young");
        String rule = rule(owner, says());

        Response started = run(owner, rule);
        String run = started.path("id");

        started.then().statusCode(202).header("Location", endsWith("/operations/" + run));
        awaitState(owner, run, "succeeded");
        as(owner)
                .get("/operations/{id}", run)
                .then()
                .body("kind", equalTo("retention"))
                .body("title", equalTo("Old"))
                .body("progress.done", equalTo(1))
                .body("progress.total", equalTo(1))
                .body("counts.removed", equalTo(1))
                .body("counts.held", equalTo(0))
                .body("counts.bytes", equalTo("of Old".length()));
        assertThat(outcomes(owner, run, "trashed")).containsExactly(old);
        as(owner).get("/trash").then().body("items.id", contains(old));
        assertThat(status(owner, young)).isEqualTo(200);
        as(administrator())
                .queryParam("subject", "artifact:" + old)
                .get("/audit")
                .then()
                .body("items.action", hasItem("artifact-deleted"));
    }

    @Test
    void whatIsToBePurgedIsGoneForGood() throws SQLException {
        String old = old(owner, place, "Old");

        String run = ran(owner, rule(owner, says("action", "purge")));

        assertThat(outcomes(owner, run, "purged")).containsExactly(old);
        as(owner).get("/trash/{id}", old).then().statusCode(404);
        assertThat(Rows.count("select count(*) from artifact where id = ?", UUID.fromString(old)))
                .isZero();
    }

    @Test
    void whatIsHeldStaysAndIsReported() throws SQLException {
        String held = old(owner, place, "Held");
        String free = old(owner, place, "Free");
        hold("artifact", held);

        String run = ran(owner, rule(owner, says("action", "purge")));

        assertThat(outcomes(owner, run, "held")).containsExactly(held);
        assertThat(outcomes(owner, run, "purged")).containsExactly(free);
        assertThat(status(owner, held)).isEqualTo(200);
        as(owner)
                .get("/operations/{id}", run)
                .then()
                .body("counts.held", equalTo(1))
                .body("counts.removed", equalTo(1));
    }

    @Test
    void aRuleOfOneWorkspaceNeverTouchesAnother() throws SQLException {
        String other = workspace(owner, "Other");
        String elsewhere = old(owner, other, "Elsewhere");
        String personal = old(owner, personalOf(owner), "Personal");
        String here = old(owner, place, "Here");

        ran(owner, rule(owner, says()));

        assertThat(status(owner, here)).isEqualTo(404);
        assertThat(status(owner, elsewhere)).isEqualTo(200);
        assertThat(status(owner, personal)).isEqualTo(200);
    }

    @Test
    void aRuleTakesOnlyWhatAllOfItAppliesTo() throws SQLException {
        String folder =
                send(owner, "/folders", Map.of("name", "F", "workspaceId", place)).path("id");
        String both = placed(Map.of("folderId", folder, "tags", List.of("Draft")));
        String tagged = placed(Map.of("tags", List.of("draft")));
        String inside = placed(Map.of("folderId", folder));
        Map<String, Object> says = says("folder", folder);
        says.put("tag", "DRAFT");

        String run = ran(owner, rule(owner, says));

        assertThat(outcomes(owner, run, "trashed")).containsExactly(both);
        assertThat(status(owner, tagged)).isEqualTo(200);
        assertThat(status(owner, inside)).isEqualTo(200);
    }

    private String placed(Map<String, ?> where) throws SQLException {
        Map<String, Object> body = new HashMap<>(where);
        body.putAll(Map.of("title", "T", "content", "c", "workspaceId", place));
        String id = send(owner, "/artifacts", body).then().statusCode(201).extract().path("id");
        age(id);
        return id;
    }

    @Test
    void aRuleOfAFolderThatIsGoneTakesNothing() throws SQLException {
        String folder =
                send(owner, "/folders", Map.of("name", "F", "workspaceId", place)).path("id");
        String old = old(owner, place, "Old");
        String rule = rule(owner, says("folder", folder));
        as(owner).header("If-Match", "*").delete("/folders/{id}", folder).then().statusCode(204);

        ran(owner, rule);

        assertThat(status(owner, old)).isEqualTo(200);
    }

    @Test
    void aRuleWhoseTimeHasComeRunsByItselfOnce() throws SQLException {
        String old = old(owner, place, "Old");
        String rule = rule(owner, says());
        String disabled = rule(owner, says("enabled", false));
        for (String due : new String[] {rule, disabled}) {
            Rows.execute(
                    "update retention_rule set next_run_at = now() where id = ?",
                    UUID.fromString(due));
        }

        await().atMost(LONG).until(() -> status(owner, old) == 404);

        assertThat(runs(rule)).isEqualTo(1);
        assertThat(runs(disabled)).isZero();
        assertThat(
                        Rows.count(
                                "select count(*) from retention_rule"
                                        + " where id = ? and next_run_at > now()",
                                UUID.fromString(rule)))
                .isEqualTo(1);
    }

    private static long runs(String rule) throws SQLException {
        return Rows.count(
                "select count(*) from retention_run where rule_id = ?", UUID.fromString(rule));
    }

    @Test
    void aNewRuleDoesNothingByItselfOnItsFirstDay() throws SQLException {
        String old = old(owner, place, "Old");
        String rule = rule(owner, says());
        String due = rule(owner, says("afterDays", 36_500));
        Rows.execute(
                "update retention_rule set next_run_at = now() where id = ?", UUID.fromString(due));

        // The one that is due has run: whoever looked for it looked at the new one too.
        await().atMost(LONG).until(() -> runs(due) == 1);

        assertThat(runs(rule)).isZero();
        assertThat(status(owner, old)).isEqualTo(200);
    }

    @Test
    void aRuleThatIsNotEnabledOrAtWorkDoesNotRun() throws SQLException {
        String rule = rule(owner, says("enabled", false));
        run(owner, rule).then().statusCode(409);
        put(owner, rule, says()).then().statusCode(200);
        leftBehind(rule, 1);

        run(owner, rule).then().statusCode(409);
    }

    /** A run another server works on, or worked on before it was silent. */
    private String leftBehind(String rule, int silentSeconds) throws SQLException {
        String run = UUID.randomUUID().toString();
        Rows.execute(
                """
                insert into retention_run (id, rule_id, rule_revision, rule_name, action,
                    arrived_before, state, position, total, done, removed, user_id, claim,
                    heartbeat_at, created_at, started_at)
                select cast('RUN' as uuid), r.id, r.revision, r.name, r.action,
                    now() - interval '365 days', 'running', (select min(a.id::text)::uuid from
                    artifact a where a.workspace_id = r.workspace_id), 3, 1, 1, r.made_by,
                    gen_random_uuid(), now() - interval '1 second' * SECONDS, now(), now()
                from retention_rule r where r.id = ?
                """
                        .replace("RUN", run)
                        .replace("SECONDS", String.valueOf(silentSeconds)),
                UUID.fromString(rule));
        return run;
    }

    @Test
    void theRunOfADeadServerGoesOnWhereItStood() throws SQLException {
        String first = old(owner, place, "First");
        String second = old(owner, place, "Second");
        String third = old(owner, place, "Third");
        String run = leftBehind(rule(owner, says()), 60);

        awaitState(owner, run, "succeeded");

        assertThat(outcomes(owner, run, "trashed")).containsExactlyInAnyOrder(second, third);
        as(owner)
                .get("/operations/{id}", run)
                .then()
                .body("progress.done", equalTo(3))
                .body("counts.removed", equalTo(3));
        assertThat(status(owner, first)).isEqualTo(200);
    }

    @Test
    void aRuleThatIsChangedEndsItsRunBeforeAnythingMoreGoes() throws SQLException {
        String old = old(owner, place, "Old");
        String later = old(owner, place, "Later");
        String rule = rule(owner, says());
        String run = leftBehind(rule, 0);
        put(owner, rule, says("tag", "none")).then().statusCode(200);
        Rows.execute(
                "update retention_run set heartbeat_at = now() - interval '60 seconds'"
                        + " where id = ?",
                UUID.fromString(run));

        awaitState(owner, run, "stopped");

        assertThat(status(owner, old)).isEqualTo(200);
        assertThat(status(owner, later)).isEqualTo(200);
        as(owner).post("/operations/{id}/restart", run).then().statusCode(409);
    }

    @Test
    void whatARunDidIsReadPageByPage() throws SQLException {
        String[] old = {old(owner, place, "A"), old(owner, place, "B"), old(owner, place, "C")};
        String run = ran(owner, rule(owner, says()));

        Response first = as(owner).queryParam("size", 2).get("/retention-runs/{id}/items", run);
        Response second =
                as(owner)
                        .queryParam("size", 2)
                        .queryParam("cursor", first.<String>path("next"))
                        .get("/retention-runs/{id}/items", run);

        assertThat(first.jsonPath().<String>getList("items.artifactId")).hasSize(2);
        as(owner)
                .get("/retention-runs/{id}/items", run)
                .then()
                .body("items.artifactId", containsInAnyOrder(old));
        assertThat(second.jsonPath().<String>getList("items.artifactId")).hasSize(1);
        as(newUser()).get("/retention-runs/{id}/items", run).then().statusCode(404);
    }
}
