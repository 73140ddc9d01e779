package io.artifactor.it.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.artifact.Rows;
import io.artifactor.launcher.Endpoint;
import io.artifactor.launcher.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A run whose server is killed goes on by itself, and does everything once. */
class KilledRunIT extends Rules {

    /** More than two of the portions a run works in. */
    private static final int MANY = 250;

    private static Connection holdingTheLastOf(String workspace) throws SQLException {
        Endpoint database = RunningServer.stack().database();
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select from artifact where workspace_id = '%s' order by id desc limit 1 for update"
                            .formatted(workspace));
        }
        return connection;
    }

    private static void awaitServer() {
        await("a server that is ready")
                .atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> as(administrator()).get("/auth/me").statusCode() == 200);
    }

    @Test
    void theRunOfAKilledServerGoesOnWhereItStood() throws SQLException {
        String held = old(owner, place, "Held");
        Rows.multiplyArtifactsOf(owner, MANY - 1);
        hold("artifact", held);
        String run;
        try (Connection last = holdingTheLastOf(place)) {
            run = run(owner, rule(owner, says())).then().statusCode(202).extract().path("id");
            await().atMost(LONG)
                    .until(() ->
                            as(owner).get("/operations/{id}", run).<Integer>path("progress.done")
                                    >= 100);
            RunningServer.stack().kill(Part.SERVER);
            last.rollback();
        }
        RunningServer.stack().start(Part.SERVER);
        awaitServer();

        awaitState(owner, run, "succeeded");

        as(owner)
                .get("/operations/{id}", run)
                .then()
                .body("progress.done", equalTo(MANY))
                .body("counts.removed", equalTo(MANY - 1))
                .body("counts.held", equalTo(1));
        assertThat(status(owner, held)).isEqualTo(200);
        assertThat(
                        Rows.count(
                                "select count(*) from artifact"
                                        + " where workspace_id = ? and deleted_at is not null",
                                UUID.fromString(place)))
                .isEqualTo(MANY - 1);
        assertThat(
                        Rows.count(
                                "select count(*) from audit_entry e join artifact a"
                                        + " on e.subject = 'artifact:' || a.id"
                                        + " where a.workspace_id = ? and e.action ="
                                        + " 'artifact-deleted'",
                                UUID.fromString(place)))
                .isEqualTo(MANY - 1);
    }
}
