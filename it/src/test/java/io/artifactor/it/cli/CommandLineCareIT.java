package io.artifactor.it.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.cli.CommandLine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looking after the server's work, tokens and stores, and what goes wrong with each command. */
class CommandLineCareIT extends CommandLineTest {

    private static final String[][] ASKING = {
        {"ls"},
        {"search", "words"},
        {"operations", "list"},
        {"put", "a.txt"},
        {"import", "--yes", "a.txt"},
        {"rm", "01931c2e-7a3b-7c4d-8e5f-001122334455"},
        {"admin", "purge"}
    };

    private final TestingUser user = newUser();

    @Test
    void anImportIsAnOperation() throws IOException {
        CommandLine artifactor = signedIn(user);
        Files.writeString(artifactor.folder().resolve("note.md"), "# A note\n\nOf some length.\n");
        assertThat(artifactor.run("import", "--yes", "note.md").code()).isZero();

        String id = first(artifactor, "operations", "list");

        assertThat(artifactor.run("operations", "show", id).out())
                .contains("import note.md", "state         succeeded");
        assertThat(artifactor.run("operations", "wait", id, "--json").out())
                .contains("\"state\" : \"succeeded\"");
        Result over = artifactor.run("operations", "stop", id);
        assertThat(over.code()).isEqualTo(1);
        assertThat(over.err()).contains(id);
        CommandLine stranger = signedIn(newUser());
        for (String command : new String[] {"show", "wait", "stop", "restart"}) {
            assertThat(stranger.run("operations", command, id).code()).isEqualTo(4);
        }
        assertThat(stranger.run("operations", "list").out()).isEmpty();
    }

    @Test
    void whatWasDoneIsListed() throws IOException {
        CommandLine artifactor = signedIn(user);
        Files.writeString(artifactor.folder().resolve("a.txt"), "one\n");
        String id = first(artifactor, "put", "a.txt");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(artifactor.run("activity", "--artifact", id).out())
                                .contains("\tartifact.added\t1\t" + id + "\ta.txt"));
        assertThat(artifactor.run("activity", "--type", "artifact.deleted").out()).isEmpty();
        assertThat(
                        signedIn(newUser())
                                .run(
                                        "activity",
                                        "--workspace",
                                        "01939d2f-0000-7000-8000-000000000001")
                                .code())
                .isEqualTo(4);
    }

    @Test
    void aTokenOpensWhatItIsForUntilItIsRevoked() throws IOException {
        CommandLine artifactor = signedIn(user);
        Files.writeString(artifactor.folder().resolve("a.txt"), "one\n");
        Result made =
                artifactor.runWith(
                        user.password() + "\n",
                        "token",
                        "create",
                        "reader",
                        "--scope",
                        "read",
                        "--days",
                        "1",
                        "--save",
                        "reader.token",
                        "--password-stdin");
        assertThat(made.code()).as(made.err()).isZero();
        Path file = artifactor.folder().resolve("reader.token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        CommandLine reader =
                new CommandLine(
                                Files.createDirectories(folder.resolve("reader")),
                                RunningServer.stack().url())
                        .with("ARTIFACTOR_TOKEN_FILE", file.toString());

        assertThat(reader.run("ls").code()).isZero();
        assertThat(reader.run("put", "../" + user.username() + "/a.txt").code()).isEqualTo(3);
        String listed = artifactor.run("token", "list").out();
        assertThat(listed).contains("\tread\t", "\treader\n", "artifactor on ");
        String id = listed.lines().filter(l -> l.endsWith("\treader")).findFirst().orElseThrow();
        Result revoked =
                artifactor.runWith(
                        user.password() + "\n",
                        "token",
                        "revoke",
                        id.split("\t")[0],
                        "--password-stdin");
        assertThat(revoked.code()).as(revoked.err()).isZero();
        assertThat(reader.run("ls").code()).isEqualTo(3);
    }

    @Test
    void aTokenNeedsTheRightPassword() {
        CommandLine artifactor = signedIn(user);

        Result refused =
                artifactor.runWith("a guess\n", "token", "create", "t", "--password-stdin");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void signInsAreListedAndEnded() {
        CommandLine artifactor = signedIn(user);
        String password = user.password() + "\n";

        Result listed = artifactor.runWith(password, "session", "ls", "--password-stdin");

        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out().lines()).hasSize(2).anyMatch(line -> line.endsWith("\tthis"));
        String id =
                listed.out()
                        .lines()
                        .filter(line -> !line.endsWith("\tthis"))
                        .findFirst()
                        .orElseThrow()
                        .split("\t")[0];
        Result ended = artifactor.runWith(password, "session", "end", id, "--password-stdin");
        assertThat(ended.out()).isEqualTo("Ended: " + id + "\n");
        as(user).get("/auth/me").then().statusCode(401);
        assertThat(artifactor.runWith(password, "session", "end", id, "--password-stdin").code())
                .isEqualTo(4);
        assertThat(
                        artifactor
                                .runWith(password, "session", "end", "--all", "--password-stdin")
                                .code())
                .isZero();
    }

    @Test
    void theAuditLogIsForAuditors() {
        TestingUser auditor = newUser(Set.of("auditor"));
        CommandLine artifactor = signedIn(auditor);
        String id = as(user).get("/auth/me").path("id");

        Result lines = artifactor.run("admin", "audit", "--subject", "user:" + id);

        assertThat(lines.code()).as(lines.err()).isZero();
        assertThat(lines.out()).contains("\tuser-created\tuser:" + id + "\t");
        Result checked = artifactor.run("admin", "audit", "--verify");
        assertThat(checked.code()).as(checked.err() + checked.out()).isZero();
        assertThat(checked.out()).startsWith("anchor ");
        String anchor = checked.out().strip().replaceFirst("anchor ", "");
        assertThat(artifactor.run("admin", "audit", "--verify", "--anchor", anchor).code())
                .isZero();
        assertThat(signedIn(user).run("admin", "audit").code()).isEqualTo(3);
    }

    @Test
    void theStoreIsForAdministrators() {
        CommandLine ordinary = signedIn(user);
        CommandLine administrator = signedIn(administrator());
        Result withoutScope = administrator.run("admin", "verify");
        assertThat(withoutScope.code()).isEqualTo(3);
        assertThat(withoutScope.err()).contains("artifactor login --admin");
        Result login =
                administrator.runWith(
                        RunningServer.ADMIN_PASSWORD + "\n",
                        "login",
                        "--admin",
                        "--username",
                        RunningServer.ADMIN,
                        "--password-stdin");
        assertThat(login.code()).as(login.err()).isZero();

        assertThat(ordinary.run("admin", "verify").code()).isEqualTo(3);
        assertThat(ordinary.run("admin", "purge").code()).isEqualTo(3);
        assertThat(ordinary.run("admin", "reindex").code()).isIn(3, 4);
        Result verified = administrator.run("admin", "verify");
        assertThat(verified.code()).as(verified.err()).isZero();
        assertThat(verified.err()).contains("contents checked, 0 damaged");
        assertThat(administrator.run("admin", "purge").out()).startsWith("Removed ");
        Result reindexed = administrator.run("admin", "reindex");
        if (reindexed.code() != 0) {
            assertThat(reindexed.err()).contains("it has no such route");
        }
    }

    @Test
    void aWrongTokenIsNotSignedIn() throws IOException {
        CommandLine wrong = nowhere(RunningServer.stack().url()).with("ARTIFACTOR_TOKEN", "art_no");

        for (String[] command : ASKING) {
            Result result = wrong.run(command);
            assertThat(result.code()).as(String.join(" ", command)).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void aServerThatIsAwayIsSaidToBe() throws IOException {
        CommandLine away = nowhere("http://127.0.0.1:1").with("ARTIFACTOR_TOKEN", "art_no");

        for (String[] command : ASKING) {
            Result result = away.run(command);
            assertThat(result.code()).as(String.join(" ", command)).isEqualTo(6);
            assertThat(result.err()).contains("http://127.0.0.1:1");
        }
    }

    @Test
    void profilesLeadToTheServer() throws IOException {
        CommandLine artifactor = signedIn(user).with("ARTIFACTOR_URL", "");
        Files.writeString(
                artifactor.folder().resolve("config/artifactor/config"),
                "profile = it\n[it]\nurl = %s\n[gone]\nurl = http://127.0.0.1:1\n"
                        .formatted(RunningServer.stack().url()));
        Result login =
                artifactor.runWith(
                        user.password() + "\n",
                        "login",
                        "--username",
                        user.username(),
                        "--password-stdin");
        assertThat(login.code()).as(login.err()).isZero();

        assertThat(artifactor.run("whoami").out()).startsWith(user.username() + " at ");
        assertThat(artifactor.folder().resolve("config/artifactor/account-it.json")).exists();
        assertThat(artifactor.run("ls", "--profile", "gone").code()).isEqualTo(3);
        assertThat(artifactor.run("ls", "--profile", "unknown").code()).isEqualTo(2);
    }

    private CommandLine nowhere(String server) throws IOException {
        Path own = Files.createDirectories(folder.resolve("nowhere"));
        Files.writeString(own.resolve("a.txt"), "one\n");
        return new CommandLine(own, server);
    }
}
