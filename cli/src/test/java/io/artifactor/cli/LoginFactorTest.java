package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import org.junit.jupiter.api.Test;

/** Signing in where the password is not enough. */
class LoginFactorTest extends LoginTest {

    @Test
    void whoHasASecondFactorIsAskedForACode() {
        codeRequired();
        Result result =
                login("anna", "correct horse", "000000", "287082").onScreen(80).run("login");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("One-time or recovery code: ", "was used before");
        assertThat(server.asked("POST /auth/login"))
                .extracting(asked -> asked.json().path("code").asText())
                .containsExactly("", "000000", "287082");
    }

    @Test
    void aScriptGivesTheCodeWithThePassword() {
        Result result =
                login("correct horse")
                        .run("login", "--username", "anna", "--password-stdin", "--code", "287082");

        assertThat(result.code()).isZero();
        assertThat(server.asked("POST /auth/login").getFirst().json().path("code").asText())
                .isEqualTo("287082");
    }

    @Test
    void withoutATerminalAMissingCodeIsSaid() {
        codeRequired();
        Result result =
                login("correct horse").run("login", "--username", "anna", "--password-stdin");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("--code");
        assertThat(login("").accountFile()).doesNotExist();
    }

    @Test
    void whoHasOnlyASecurityKeyIsToldWhatWorksHere() {
        Answer keys =
                Answer.of(
                        401,
                        "application/problem+json",
                        "{\"title\":\"A second factor is needed\",\"code\":\"second-factor-required\","
                                + "\"kinds\":[\"keys\"]}");
        server.on("POST /auth/login", keys);

        Result script =
                login("correct horse").run("login", "--username", "anna", "--password-stdin");
        assertThat(script.code()).isEqualTo(3);
        assertThat(script.err()).contains("security key", "recovery code with --code", "token");

        server.on("POST /auth/login", keys, Answer.json(SESSION.formatted(false)));
        Result person = login("anna", "correct horse", "k2p9x").onScreen(80).run("login");
        assertThat(person.code()).isZero();
        assertThat(person.err()).contains("security key", "Recovery code: ");
    }

    private void codeRequired() {
        server.on(
                "POST /auth/login",
                Answer.problem(401, "second-factor-required", "Code", "Give the code as well"),
                Answer.problem(401, "second-factor-refused", "Code", "It was used before"),
                Answer.json(SESSION.formatted(false)));
    }
}
