package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String GONE = "0193aaaa-0000-7000-8000-000000000009";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();

    @BeforeEach
    void theServerSignsIn() {
        server.on(
                "POST /auth/login",
                Answer.json("{\"accessToken\":\"jwt\",\"refreshToken\":\"refresh\"}"));
        server.on("POST /auth/logout", Answer.empty());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** By password, as it has to be. */
    private Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--username", "anna", "--password-stdin"));
        return TestingCommand.of(home, server)
                .typing("correct horse")
                .run(all.toArray(String[]::new));
    }

    @Test
    void signInsAreListedByPasswordAndTheOneForItEnds() {
        server.on(
                "GET /auth/sessions",
                Answer.json(
                        """
                        {"items":[{"id":"s1","device":"Firefox on Linux","address":"192.0.2.7",
                         "startedAt":"2026-11-20T10:15:30Z","lastUsedAt":"2026-11-21T10:15:30Z",
                         "expiresAt":"2026-12-21T10:15:30Z","current":false},
                         {"id":"s2","startedAt":"2026-11-21T10:16:00Z",
                         "lastUsedAt":"2026-11-21T10:16:00Z","expiresAt":"2026-12-21T10:16:00Z",
                         "current":true}],"next":null}\
                        """));

        Result result = run("session", "ls");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        s1\tFirefox on Linux\t192.0.2.7\t2026-11-20T10:15:30Z\t2026-11-21T10:15:30Z\t2026-12-21T10:15:30Z\t
                        s2\t\t\t2026-11-21T10:16:00Z\t2026-11-21T10:16:00Z\t2026-12-21T10:16:00Z\tthis
                        """);
        assertThat(server.asked("GET /auth/sessions").getFirst().token()).isEqualTo("Bearer jwt");
        assertThat(server.asked("POST /auth/logout")).hasSize(1);
    }

    @Test
    void someAreEndedAndWhatIsNotThereIsSaid() {
        server.on("DELETE /auth/sessions/" + ID, Answer.empty());

        Result result = run("session", "end", ID, GONE);

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("Ended: " + ID + "\n");
        assertThat(result.err()).contains(GONE);
    }

    @Test
    void allAreEndedAtOnce() {
        server.on("DELETE /auth/sessions", Answer.empty());

        Result result = run("session", "end", "--all");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(server.asked("DELETE /auth/sessions")).hasSize(1);
        assertThat(server.asked("POST /auth/logout")).hasSize(1);
    }

    @Test
    void knownDevicesAreListed() {
        server.on(
                "GET /auth/devices",
                Answer.json(
                        """
                        {"items":[{"id":"d1","name":"Firefox on Linux","address":"192.0.2.7",
                         "firstSeenAt":"2026-11-20T10:15:30Z","lastSeenAt":"2026-11-21T10:15:30Z"}],
                         "next":null}\
                        """));

        Result result = run("session", "devices");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        "d1\tFirefox on Linux\t192.0.2.7\t2026-11-20T10:15:30Z\t2026-11-21T10:15:30Z\n");
        assertThat(server.asked("POST /auth/logout")).hasSize(1);
    }

    @Test
    void devicesAreForgottenOneByOne() {
        server.on("DELETE /auth/devices/" + ID, Answer.empty());

        Result result = run("session", "devices", "--forget", ID, "--forget", GONE);

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("Forgotten: " + ID + "\n");
        assertThat(result.err()).contains(GONE);
    }

    @Test
    void nothingIsEndedUnlessItIsSaidWhat() {
        assertThat(run("session", "end").code()).isEqualTo(2);
        assertThat(run("session", "end", "--all", ID).code()).isEqualTo(2);
        assertThat(run("session").code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }
}
