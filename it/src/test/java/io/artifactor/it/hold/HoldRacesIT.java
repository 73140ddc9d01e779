package io.artifactor.it.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.launcher.Endpoint;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A hold and a removal at the same time: one of them comes first, and the other knows. */
class HoldRacesIT extends Held {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final TestingUser user = newUser();
    private final String home = personalOf(user);
    private final String artifact = artifact(user, home, "Evidence");

    private static Connection connect() throws SQLException {
        Endpoint database = RunningServer.stack().database();
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Does the first part of placing a hold on the user's workspace; a commit does the rest. */
    private Connection placing() throws SQLException {
        Connection connection = connect();
        execute(connection, "select await_removals()");
        execute(
                connection,
                """
                insert into legal_hold (id, name, reason, subject_kind, subject_id, placed_by,
                    placed_at, revision)
                select '%s', 'Race', 'R', 'workspace', id, owner_id, now(), 0 from workspace
                where id = '%s'
                """
                        .formatted(UUID.randomUUID(), home));
        return connection;
    }

    private static void awaitSomebodyWaiting() {
        await().atMost(AT_MOST)
                .until(() ->
                        Rows.count(
                                        "select count(*) from pg_locks where locktype = 'advisory'"
                                                + " and mode = 'ShareLock' and not granted")
                                > 0);
    }

    private static Response answer(CompletableFuture<Response> request)
            throws InterruptedException, ExecutionException, TimeoutException {
        return request.get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aDeletionWaitsForTheHoldThatIsBeingPlacedAndIsRefused() throws Exception {
        try (Connection placing = placing()) {
            CompletableFuture<Response> deletion =
                    CompletableFuture.supplyAsync(() -> delete(user, "artifacts", artifact));
            awaitSomebodyWaiting();

            placing.commit();

            refused(answer(deletion));
        }
        as(user).get("/artifacts/{id}", artifact).then().statusCode(200);
    }

    @Test
    void manyDeletionsWaitForTheHoldThatIsBeingPlacedAndAreRefused() throws Exception {
        try (Connection placing = placing()) {
            CompletableFuture<Response> deletion =
                    CompletableFuture.supplyAsync(() ->
                            send(
                                    user,
                                    "/artifacts/batch/delete",
                                    java.util.Map.of("ids", java.util.List.of(artifact))));
            awaitSomebodyWaiting();

            placing.commit();

            answer(deletion).then().body("items.outcome", contains("refused"));
        }
    }

    @Test
    void theSweepWaitsForTheHoldThatIsBeingPlacedAndTakesNothingOfIt() throws Exception {
        delete(user, "artifacts", artifact).then().statusCode(204);
        Rows.execute(
                "update artifact set purge_at = now() where id = ?", UUID.fromString(artifact));
        try (Connection placing = placing()) {
            CompletableFuture<Response> sweep = CompletableFuture.supplyAsync(Held::sweep);
            awaitSomebodyWaiting();

            placing.commit();

            answer(sweep).then().statusCode(200);
        }
        assertThat(
                        Rows.count(
                                "select count(*) from artifact where id = ?",
                                UUID.fromString(artifact)))
                .isEqualTo(1);
    }

    @Test
    void aHoldWaitsForTheDeletionThatIsAtWorkAndKeepsWhatIsInTheTrash() throws Exception {
        CompletableFuture<Response> hold;
        try (Connection deleting = connect()) {
            execute(
                    deleting,
                    """
                    update artifact set deleted_at = now(), deleted_by = owner_id,
                        purge_at = now() + interval '1 day' where id = '%s'
                    """
                            .formatted(artifact));
            hold = CompletableFuture.supplyAsync(() -> place(admin, "Race", "artifact", artifact));
            awaitSomebodyPlacing();
            assertThat(hold).isNotDone();

            deleting.commit();
        }
        answer(hold).then().statusCode(201);
        as(user).get("/trash/{id}", artifact).then().statusCode(200);
        refused(delete(user, "trash", artifact));
    }

    @Test
    void aHoldWaitsForThePurgeThatIsAtWorkAndThenFindsNothing() throws Exception {
        CompletableFuture<Response> hold;
        try (Connection purging = connect()) {
            execute(purging, "delete from artifact_version where artifact_id = '" + artifact + "'");
            execute(purging, "delete from artifact where id = '" + artifact + "'");
            hold = CompletableFuture.supplyAsync(() -> place(admin, "Race", "artifact", artifact));
            awaitSomebodyPlacing();
            assertThat(hold).isNotDone();

            purging.commit();
        }
        answer(hold).then().statusCode(400);
    }

    private static void awaitSomebodyPlacing() {
        await().atMost(AT_MOST)
                .until(() ->
                        Rows.count(
                                        "select count(*) from pg_stat_activity where state ="
                                                + " 'active' and query like '%await_removals%' and"
                                                + " pid <> pg_backend_pid()")
                                > 0);
    }
}
