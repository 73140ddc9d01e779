package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class LoginCommandTest {

    private static final String SESSION =
            """
            {"accessToken":"jwt","tokenType":"Bearer","expiresIn":900,"refreshToken":"refresh",
             "refreshExpiresIn":86400,"passwordChangeRequired":%s}\
            """;

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();

    @BeforeEach
    void theServerSignsIn() {
        server.on("POST /auth/login", Answer.json(SESSION.formatted(false)));
        server.on(
                "POST /auth/tokens",
                Answer.created("{\"id\":\"t1\",\"name\":\"n\",\"token\":\"art_fresh\"}"));
        server.on("POST /auth/logout", Answer.empty());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPasswordFromStandardInputBecomesAToken() throws IOException {
        Result result =
                login("correct horse").run("login", "--username", "anna", "--password-stdin");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("Signed in to %s as anna.\n".formatted(server.url()));
        assertThat(server.asked("POST /auth/login").getFirst().json())
                .isEqualTo(Json.object().put("username", "anna").put("password", "correct horse"));
        assertThat(server.asked("POST /auth/tokens").getFirst().token()).isEqualTo("Bearer jwt");
        assertThat(Files.readString(login("").accountFile()))
                .contains(server.url(), "\"token\":\"art_fresh\"", "\"tokenId\":\"t1\"");
    }

    @Test
    void theDeviceIsRememberedForTheNextPassword() {
        server.on(
                "POST /auth/login",
                Answer.json("{\"accessToken\":\"jwt\",\"deviceToken\":\"known\"}"));
        server.on("GET /auth/sessions", Answer.json("{\"items\":[]}"));

        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        login("correct horse").run("session", "ls", "--password-stdin");
        login("correct horse").run("session", "ls", "--username", "bob", "--password-stdin");

        assertThat(server.asked("POST /auth/login"))
                .extracting(asked -> asked.json().path("deviceToken").asText())
                .containsExactly("", "known", "");
    }

    @Test
    void theTokenCanBeReadByItsOwnerOnlyAndIsNeverPrinted() throws IOException {
        Path loose = home.resolve(".config/artifactor");
        Files.createDirectories(loose);
        Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rwxrwxr-x"));

        Result result =
                login("correct horse")
                        .run("login", "--username", "anna", "--password-stdin", "--json");

        Path file = login("").accountFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(loose)))
                .isEqualTo("rwx------");
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
        assertThat(result.out() + result.err()).doesNotContain("art_fresh", "correct horse");
        assertThat(result.json().path("username").asText()).isEqualTo("anna");
    }

    @Test
    void theConfigurationFolderOfTheSystemIsHonoured() {
        Path elsewhere = home.resolve("elsewhere");
        login("correct horse")
                .with("XDG_CONFIG_HOME", elsewhere.toString())
                .run("login", "--username", "anna", "--password-stdin");

        assertThat(elsewhere.resolve("artifactor/account.json")).exists();
    }

    @Test
    void aPersonIsAskedForNameAndPassword() {
        Result result = login("anna", "correct horse").onScreen(80).run("login");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("User name at " + server.url(), "Password of anna");
    }

    @Test
    void withoutATerminalNothingIsAsked() {
        Result result = login("anna", "correct horse").run("login");

        assertThat(result.code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aWrongPasswordIsForbiddenAndLeavesNoFile() {
        server.on(
                "POST /auth/login",
                Answer.problem(401, "unauthenticated", "Not signed in", "Wrong name or password"));
        Result result = login("guess").run("login", "--username", "anna", "--password-stdin");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .isEqualTo("artifactor: Not signed in: Wrong name or password [request req-7]\n");
        assertThat(login("").accountFile()).doesNotExist();
    }

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

    @Test
    void signingInAgainRevokesTheEarlierToken() {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        server.on("DELETE /auth/tokens/t1", Answer.empty());
        login("correct horse").run("login", "--username", "anna", "--password-stdin");

        assertThat(server.asked("DELETE /auth/tokens/t1")).hasSize(1);
    }

    @Test
    void theTokenMayDoNoMoreThanAnOrdinaryUserUnlessTheUserIsNone() {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        server.on("GET /auth/me", Answer.json("{\"username\":\"root\",\"roles\":[\"admin\"]}"));
        login("correct horse").run("login", "--username", "root", "--password-stdin");

        assertThat(server.asked("POST /auth/tokens"))
                .extracting(asked -> asked.json().path("scopes").toString())
                .containsExactly("[\"read\",\"write\"]", "[\"read\",\"write\",\"admin\"]");
    }

    @Test
    void whoamiUsesTheRememberedTokenAtItsOwnServerOnly() {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        TestingCommand later = new TestingCommand(home);

        Result result = later.run("whoami");
        assertThat(result.out())
                .isEqualTo("anna (Anna K) at %s, roles: user\n".formatted(server.url()));
        assertThat(server.asked("GET /auth/me").getLast().token()).isEqualTo("Bearer art_fresh");

        try (TestingServer stranger = new TestingServer().signedIn()) {
            assertThat(later.run("whoami", "--server", stranger.url()).code()).isEqualTo(3);
            assertThat(stranger.asked()).isEmpty();
        }
    }

    @Test
    void theEnvironmentGoesBeforeWhatIsRemembered() {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        try (TestingServer other = new TestingServer().signedIn()) {
            assertThat(TestingCommand.of(home, other).run("whoami").code()).isZero();
            assertThat(other.asked("GET /auth/me").getFirst().token())
                    .isEqualTo("Bearer art_secret");
        }
    }

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
    void logoutRevokesTheTokenAndForgetsIt() {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        server.on("DELETE /auth/tokens/t1", Answer.empty());

        Result result = new TestingCommand(home).run("logout");

        assertThat(result.code()).isZero();
        assertThat(server.asked("DELETE /auth/tokens/t1").getFirst().token())
                .isEqualTo("Bearer art_fresh");
        assertThat(login("").accountFile()).doesNotExist();
        assertThat(new TestingCommand(home).run("whoami").code()).isEqualTo(3);
    }

    @Test
    void logoutKeepsATokenTheServerCouldNotRevoke() {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        server.goAway();

        Result result = new TestingCommand(home).run("logout");
        assertThat(result.code()).isEqualTo(6);
        assertThat(login("").accountFile()).exists();

        assertThat(new TestingCommand(home).run("logout", "--local").code()).isZero();
        assertThat(login("").accountFile()).doesNotExist();
    }

    @Test
    void anAccountOthersMayReadIsNotUsedAndSigningInMendsIt() throws IOException {
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        Files.setPosixFilePermissions(
                login("").accountFile(), PosixFilePermissions.fromString("rw-r--r--"));

        Result refused = new TestingCommand(home).run("whoami");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("chmod 600");
        login("correct horse").run("login", "--username", "anna", "--password-stdin");
        assertThat(new TestingCommand(home).run("whoami").code()).isZero();
    }

    @Test
    void aBrokenConfigurationFileIsNamed() throws IOException {
        Files.createDirectories(login("").accountFile().getParent());
        Files.writeString(login("").accountFile(), "{");

        Result result = new TestingCommand(home).run("whoami");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("account.json").hasLineCount(1);
    }

    private TestingCommand login(String... lines) {
        return new TestingCommand(home).with("ARTIFACTOR_URL", server.url()).typing(lines);
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

    private void changeRequired() {
        server.on("POST /auth/login", Answer.json(SESSION.formatted(true)));
        server.on("POST /auth/password", Answer.empty());
    }
}
