package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class LoginCommandTest extends LoginTest {

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
}
