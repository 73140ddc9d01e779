package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.artifact.Rows;
import io.artifactor.launcher.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written down just as an artifact becomes private is not told to others either. */
class HiddenDeedsIT extends Readers {

    private static final String DESCRIBED =
            "select count(*) from activity where subject_id = ? and verb = 'artifact.described'";

    private final String artifact = artifact(writer, place, "Deed");
    private final UUID id = UUID.fromString(artifact);

    private static Connection connect() throws SQLException {
        Endpoint database = RunningServer.stack().database();
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Does what a change of visibility does to the row; a commit does the rest. */
    private Connection becoming(String visibility) throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "update artifact set visibility = '%s' where id = '%s'"
                            .formatted(visibility, artifact));
        }
        return connection;
    }

    private void tellOfAChange() throws SQLException {
        Rows.execute(
                "insert into outbox (reader, event, subject, actor)"
                        + " select 'activity', 'artifact.described', id, owner_id"
                        + " from artifact where id = ?",
                id);
    }

    private static void awaitSomebodyWaitingFor(Connection connection) throws SQLException {
        int backend;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            backend = row.getInt(1);
        }
        await().atMost(REMEMBERED)
                .until(() ->
                        Rows.count(
                                        "select count(*) from pg_stat_activity"
                                                + " where ? = any(pg_blocking_pids(pid))",
                                        backend)
                                > 0);
    }

    @Test
    void aLineWrittenWhileItBecomesPrivateIsForThoseWhoReadIt() throws SQLException {
        await().atMost(REMEMBERED)
                .untilAsserted(() -> assertThat(activities(colleague)).contains(artifact));

        try (Connection becoming = becoming("private")) {
            tellOfAChange();
            awaitSomebodyWaitingFor(becoming);
            assertThat(Rows.count(DESCRIBED, id)).isZero();
            becoming.commit();
        }

        await().atMost(REMEMBERED).until(() -> Rows.count(DESCRIBED, id) == 1);
        assertThat(activities(colleague)).doesNotContain(artifact);
        assertThat(activities(writer)).contains(artifact);
    }

    @Test
    void aLineWrittenWhileItIsOpenedIsForEverybodyThere() throws SQLException {
        set(writer, artifact, "private").then().statusCode(200);
        await().atMost(REMEMBERED).until(() -> Rows.count(DESCRIBED, id) == 1);

        try (Connection becoming = becoming("shared")) {
            tellOfAChange();
            awaitSomebodyWaitingFor(becoming);
            becoming.commit();
        }

        await().atMost(REMEMBERED).until(() -> Rows.count(DESCRIBED, id) == 2);
        assertThat(
                        Rows.count(
                                "select count(*) from activity where subject_id = ?"
                                        + " and private_scope is not null",
                                id))
                .isZero();
    }

    /** Whoever changes what is shown in a line is not waited for: the line ends there. */
    @Test
    void aLineThatSomebodyElseIsChangingIsLeftAndAnotherBegun() throws SQLException {
        await().atMost(REMEMBERED)
                .untilAsserted(() -> assertThat(activities(colleague)).contains(artifact));
        set(writer, artifact, "public").then().statusCode(200);
        await().atMost(REMEMBERED).until(() -> Rows.count(DESCRIBED, id) == 1);

        try (Connection changing = connect();
                Statement statement = changing.createStatement()) {
            statement.execute(
                    "select from activity where subject_id = '%s' for update".formatted(artifact));
            tellOfAChange();
            await().atMost(REMEMBERED).until(() -> Rows.count(DESCRIBED, id) == 2);
        }

        assertThat(Rows.count(DESCRIBED + " and id = burst and occurrences = 1", id)).isEqualTo(2);
    }
}
