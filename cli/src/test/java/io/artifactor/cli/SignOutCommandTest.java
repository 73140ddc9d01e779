package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignOutCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String GONE = "0193aaaa-0000-7000-8000-000000000009";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();

    @AfterEach
    void close() {
        server.close();
    }

    private Result run(String... arguments) {
        return TestingCommand.of(home, server).run(arguments);
    }

    @Test
    void usersAreSignedOutOneByOne() {
        server.on("DELETE /users/" + ID + "/sessions", Answer.empty());

        Result result = run("admin", "sign-out", ID, GONE);

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("Signed out: " + ID + "\n");
        assertThat(result.err()).contains(GONE);
    }

    @Test
    void everybodyIsSignedOutWhoWasInBeforeAnInstant() {
        server.on("DELETE /admin/sessions", Answer.json("{\"users\":12}"));

        Result result = run("admin", "sign-out", "--everybody", "--before", "2026-11-22T08:00:00Z");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("Users who have to sign in again: 12\n");
        assertThat(server.asked("DELETE /admin/sessions").getFirst().query())
                .contains("startedBefore=2026-11-22T08")
                .contains("own=true");
    }

    @Test
    void nobodyIsSignedOutUnlessItIsSaidWho() {
        assertThat(run("admin", "sign-out").code()).isEqualTo(2);
        assertThat(run("admin", "sign-out", "--everybody", ID).code()).isEqualTo(2);
        assertThat(run("admin", "sign-out", ID, "--before", "2026-11-22T08:00:00Z").code())
                .isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }
}
