package io.artifactor.it.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.AnotherServer;
import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Endpoint;
import io.artifactor.launcher.Stack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server whose connections to the database are all taken says so, and goes on afterwards. */
class BusyDatabaseIT extends ServerTest {

    private static final int CONNECTIONS = 5;
    private static final Duration LONG = Duration.ofSeconds(90);

    private final TestingUser waiting = newUser();
    private final TestingUser other = newUser();

    @Test
    void whoFindsNoConnectionIsToldToComeBack() throws Exception {
        try (Stack node =
                        AnotherServer.in(AnotherServer.emptyFolder("busy-"))
                                .environment("ARTIFACTOR_DB_POOL", String.valueOf(CONNECTIONS))
                                .start();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers;
            try (Connection holder = holding(waiting)) {
                answers =
                        IntStream.range(0, 2 * CONNECTIONS)
                                .mapToObj(i -> senders.submit(() -> begin(node)))
                                .toList();
                await().atMost(LONG)
                        .until(() -> list(node), answer -> answer.statusCode() == 503)
                        .then()
                        .header("Retry-After", "5")
                        .body("code", equalTo("unavailable"));
                holder.rollback();
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 503);
            }
            await().atMost(LONG).until(() -> list(node).statusCode() == 200);
        }
    }

    /** Whoever begins an upload waits for their row, with a connection in their hands. */
    private static Connection holding(TestingUser user) throws SQLException {
        Endpoint database = RunningServer.stack().database();
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select id from app_user where username = ? for update")) {
            lock.setString(1, user.username());
            lock.execute();
        }
        return connection;
    }

    private int begin(Stack node) {
        return from(node, waiting)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", 1)
                .post("/uploads")
                .statusCode();
    }

    private Response list(Stack node) {
        return from(node, other).get("/artifacts");
    }

    private static RequestSpecification from(Stack node, TestingUser user) {
        return given().baseUri(node.url() + "/api/v1")
                .header("Authorization", "Bearer " + user.token());
    }
}
