package io.artifactor.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.launcher.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    private static final String SEARCH_READY = "full text search is complete";

    @TempDir Path data;

    private final Addresses addresses = Addresses.free();

    @Test
    void aKilledLauncherLeavesNothingRunningAndTheNextFindsItsData() throws Exception {
        List<ProcessHandle> children;
        try (LauncherProcess first = LauncherProcess.start(data, addresses)) {
            first.awaitOutput("Artifactor is ready").awaitOutput(SEARCH_READY);
            children = first.descendants();
            assertThat(children).hasSizeGreaterThan(3).allMatch(LauncherProcess::runs);
            write(first);
            first.kill();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> children.stream().noneMatch(LauncherProcess::runs));

        try (LauncherProcess second = LauncherProcess.start(data, addresses, "--services-only")) {
            second.awaitOutput("The services are running");
            assertThat(read(second)).isEqualTo(1);
        }
    }

    @Test
    void elasticsearchIsStartedAgainWhenItDiesAndStoppedInOrderWithTheRest() throws Exception {
        try (LauncherProcess launcher = LauncherProcess.start(data, addresses, "--services-only")) {
            launcher.awaitOutput(SEARCH_READY);

            launcher.descendants().stream()
                    .filter(child ->
                            child.info().commandLine().orElse("").contains("org.elasticsearch"))
                    .forEach(ProcessHandle::destroyForcibly);

            launcher.awaitOutput("Elasticsearch ended");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> launcher.output().split(SEARCH_READY, -1).length == 3);
            List<ProcessHandle> children = launcher.descendants();

            launcher.signalTerm();

            assertThat(launcher.awaitExit()).isEqualTo(143);
            assertThat(children).isNotEmpty().noneMatch(LauncherProcess::runs);
            assertThat(launcher.output())
                    .containsSubsequence("Elasticsearch is stopping", "PostgreSQL is stopping");
        }
    }

    @Test
    void aDatabaseThatDiesEndsTheLauncherWithAReason() throws Exception {
        try (LauncherProcess launcher = LauncherProcess.start(data, addresses, "--services-only")) {
            launcher.awaitOutput("The services are running");

            launcher.descendants().stream()
                    .filter(child -> child.info().command().orElse("").endsWith("/postgres"))
                    .forEach(ProcessHandle::destroyForcibly);

            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output()).contains("PostgreSQL ended by itself", "postgresql.log");
        }
    }

    @Test
    void aSecondLauncherOnTheSameFolderIsRefused() throws Exception {
        try (LauncherProcess first = LauncherProcess.start(data, addresses, "--services-only")) {
            first.awaitOutput("The services are running");
            try (LauncherProcess second =
                    LauncherProcess.start(data, Addresses.free(), "--services-only")) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.output()).contains("Another launcher", data.toString());
            }
            try (Connection connection = first.connect()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsStarted() throws IOException, InterruptedException {
        try (ServerSocket taken =
                        new ServerSocket(
                                addresses.httpPort(), 1, InetAddress.getLoopbackAddress());
                LauncherProcess launcher = LauncherProcess.start(data, addresses)) {
            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output())
                    .contains("Port " + taken.getLocalPort(), "--port", "ARTIFACTOR_HTTP_PORT");
            assertThat(data.resolve("postgresql")).doesNotExist();
        }
    }

    private static void write(LauncherProcess launcher) throws IOException, SQLException {
        try (Connection connection = launcher.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table of_the_launcher_test as select 1 as answer");
        }
    }

    private static int read(LauncherProcess launcher) throws IOException, SQLException {
        try (Connection connection = launcher.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select answer from of_the_launcher_test")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
