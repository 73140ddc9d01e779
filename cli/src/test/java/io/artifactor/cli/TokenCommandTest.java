package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();

    @BeforeEach
    void theServerSignsIn() {
        server.on(
                "POST /auth/login",
                Answer.json("{\"accessToken\":\"jwt\",\"refreshToken\":\"refresh\"}"));
        server.on("POST /auth/logout", Answer.empty());
        server.on(
                "POST /auth/tokens",
                Answer.created(
                        """
                        {"id":"%s","name":"backup","scopes":["read"],"token":"art_fresh"}\
                        """
                                .formatted(ID)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server).typing("correct horse");
    }

    @Test
    void aTokenIsMadeByPasswordAndPrintedAlone() {
        Result result =
                command()
                        .run(
                                "token",
                                "create",
                                "backup",
                                "--scope",
                                "read",
                                "--days",
                                "90",
                                "--username",
                                "anna",
                                "--password-stdin");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("art_fresh\n");
        JsonNode wish = server.asked("POST /auth/tokens").getFirst().json();
        assertThat(wish.path("scopes").toString()).isEqualTo("[\"read\"]");
        assertThat(wish.path("expiresAt").asText()).matches("20..-..-..T..:..:..Z");
        assertThat(server.asked("POST /auth/tokens").getFirst().token()).isEqualTo("Bearer jwt");
        assertThat(server.asked("POST /auth/logout")).hasSize(1);
    }

    @Test
    void aSavedTokenIsItsOwnersAloneAndNotPrinted() throws IOException {
        Path file = home.resolve("backup.token");

        Result result =
                command()
                        .run(
                                "token",
                                "create",
                                "backup",
                                "--json",
                                "--save",
                                file.toString(),
                                "--username",
                                "anna",
                                "--password-stdin");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out() + result.err()).doesNotContain("art_fresh");
        assertThat(Files.readString(file)).isEqualTo("art_fresh\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereIsKeptAndNoTokenIsMade() throws IOException {
        Path file = Files.writeString(home.resolve("backup.token"), "mine");

        Result result =
                command()
                        .run(
                                "token",
                                "create",
                                "backup",
                                "--save",
                                file.toString(),
                                "--username",
                                "anna",
                                "--password-stdin");

        assertThat(result.code()).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aWrongPasswordMakesNothingAndLeavesNoFile() {
        server.on(
                "POST /auth/login",
                Answer.problem(401, "unauthenticated", "Not signed in", "Wrong name or password"));
        Path file = home.resolve("backup.token");

        Result result =
                command()
                        .run(
                                "token",
                                "create",
                                "backup",
                                "--save",
                                file.toString(),
                                "--username",
                                "anna",
                                "--password-stdin");

        assertThat(result.code()).isEqualTo(3);
        assertThat(file).doesNotExist();
        assertThat(command().run("token", "create", "backup").code()).isEqualTo(2);
        assertThat(command().run("token", "create", "b", "--days", "0").code()).isEqualTo(2);
    }

    @Test
    void tokensAreListed() {
        server.on(
                "GET /auth/tokens",
                Answer.json(
                        """
                        {"items":[{"id":"t1","name":"laptop","prefix":"art_ab","scopes":["read",
                         "write"],"createdAt":"2026-11-21T10:15:30Z","expiresAt":null,
                         "lastUsedAt":"2026-11-21T10:16:00Z"}],"next":null}\
                        """));

        assertThat(command().run("token", "list").out())
                .isEqualTo(
                        "t1\tart_ab\tread,write\t2026-11-21T10:15:30Z\t\t2026-11-21T10:16:00Z\tlaptop\n");
    }

    @Test
    void tokensAreRevoked() {
        server.on("DELETE /auth/tokens/" + ID, Answer.empty());

        Result result =
                command()
                        .run(
                                "token",
                                "revoke",
                                ID,
                                "0193aaaa-0000-7000-8000-000000000009",
                                "--username",
                                "anna",
                                "--password-stdin");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEqualTo("Revoked: " + ID + "\n");
        assertThat(server.asked("DELETE /auth/tokens/" + ID).getFirst().token())
                .isEqualTo("Bearer jwt");
    }
}
