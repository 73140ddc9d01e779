package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import org.junit.jupiter.api.Test;

/** Signing in with a password that must be changed. */
class LoginPasswordChangeTest extends LoginTest {

    @Test
    void aPasswordThatHasToBeChangedIsAskedForTwiceAndChanged() {
        changeRequired();
        Result result =
                login(
                                "anna",
                                "initial one",
                                "a better one",
                                "a bitter one",
                                "a better one",
                                "a better one")
                        .onScreen(80)
                        .run("login");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("These two differ.");
        assertThat(server.asked("POST /auth/password")).hasSize(1);
        assertThat(
                        server.asked("POST /auth/password")
                                .getFirst()
                                .json()
                                .path("newPassword")
                                .asText())
                .isEqualTo("a better one");
        // The sign-in with the old password goes on: no other is left behind.
        assertThat(server.asked("POST /auth/login")).hasSize(1);
        assertThat(server.asked("POST /auth/logout")).hasSize(1);
    }

    @Test
    void aNewPasswordMayComeFromTheNextLineOfStandardInput() {
        changeRequired();
        Result result =
                login("initial one", "a better one")
                        .run(
                                "login",
                                "--username",
                                "anna",
                                "--password-stdin",
                                "--new-password-stdin");

        assertThat(result.code()).isZero();
        assertThat(
                        server.asked("POST /auth/password")
                                .getFirst()
                                .json()
                                .path("currentPassword")
                                .asText())
                .isEqualTo("initial one");
    }

    @Test
    void aRequiredChangeWithoutANewPasswordStops() {
        changeRequired();
        Result result = login("initial one").run("login", "--username", "anna", "--password-stdin");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("--new-password-stdin");
        assertThat(login("").accountFile()).doesNotExist();
    }

    @Test
    void aRefusedNewPasswordIsAskedForAgain() {
        changeRequired();
        server.on(
                "POST /auth/password",
                Answer.problem(400, "invalid-input", "Invalid", "At least 12 characters"),
                Answer.empty());
        Result result =
                login(
                                "anna",
                                "initial one",
                                "short",
                                "short",
                                "long enough it is",
                                "long enough it is")
                        .onScreen(80)
                        .run("login");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("At least 12 characters");
    }

    private void changeRequired() {
        server.on("POST /auth/login", Answer.json(SESSION.formatted(true)));
        server.on("POST /auth/password", Answer.empty());
    }
}
