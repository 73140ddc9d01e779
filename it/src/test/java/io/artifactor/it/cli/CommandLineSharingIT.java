package io.artifactor.it.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.it.cli.CommandLine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who else gets to see what is in the library, and what has to stay there, from the command line.
 */
class CommandLineSharingIT extends CommandLineTest {

    private final TestingUser user = newUser();
    private final TestingUser other = newUser();

    /** Other tests count what a user reads. */
    @AfterEach
    void leaveNothingPublic() throws SQLException {
        Rows.leaveNothingPublic();
    }

    private static String put(CommandLine artifactor, String content, String... options)
            throws IOException {
        Files.writeString(artifactor.folder().resolve("a.txt"), content);
        String[] all = new String[options.length + 2];
        all[0] = "put";
        all[1] = "a.txt";
        System.arraycopy(options, 0, all, 2, options.length);
        return first(artifactor, all);
    }

    private CommandLine administering() {
        CommandLine artifactor = signedIn(administrator());
        Result login =
                artifactor.runWith(
                        administrator().password() + "\n",
                        "login",
                        "--admin",
                        "--username",
                        administrator().username(),
                        "--password-stdin");
        assertThat(login.code()).as(login.err()).isZero();
        return artifactor;
    }

    @Test
    void aLinkOpensTheArtifactToGuestsUntilItIsRevoked() throws IOException {
        CommandLine artifactor = signedIn(user);
        String id = put(artifactor, "one\n");

        Result made =
                artifactor.runWith(
                        "a long password\n",
                        "share",
                        id,
                        "--name",
                        "Guests",
                        "--days",
                        "7",
                        "--downloads",
                        "3",
                        "--version",
                        "1",
                        "--password-stdin");

        assertThat(made.code()).as(made.err()).isZero();
        String secret = made.out().strip().replaceFirst(".*/", "");
        anonymous().get("/share/{secret}/content", secret).then().statusCode(403);
        assertThat(unlocked(secret, "a long password")).isEqualTo("one\n");
        Result listed = artifactor.run("share", "list", id);
        assertThat(listed.out()).contains("\topen\tyes\t1/3\t").endsWith("\tGuests\n");
        String link = listed.out().split("\t")[0];
        assertThat(artifactor.run("share", "revoke", link).out()).isEqualTo("Revoked: Guests\n");
        anonymous().get("/share/{secret}", secret).then().statusCode(404);
        assertThat(signedIn(other).run("share", id).code()).isEqualTo(4);
    }

    /** The content, for a guest who knows the password. */
    private static String unlocked(String secret, String password) {
        String ticket =
                anonymous()
                        .contentType("application/json")
                        .body(Map.of("password", password))
                        .post("/share/{secret}/unlock", secret)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("ticket");
        return anonymous()
                .header("Share-Ticket", ticket)
                .get("/share/{secret}/content", secret)
                .asString();
    }

    @Test
    void whoReadsIsDecidedListedAndGranted() throws IOException {
        CommandLine artifactor = signedIn(user);
        CommandLine stranger = signedIn(other);
        String id = put(artifactor, "one\n", "--visibility", "public");
        assertThat(stranger.run("cat", id).out()).isEqualTo("one\n");
        assertThat(artifactor.run("access", id).out()).contains("everybody\tpublic\tviewer\t");

        assertThat(artifactor.run("visibility", id, "private").out()).isEqualTo("private: a.txt\n");
        assertThat(stranger.run("cat", id).code()).isEqualTo(4);
        assertThat(stranger.run("visibility", id, "public").code()).isEqualTo(4);

        Result granted =
                artifactor.run("access", "grant", id, "--user", other.username(), "--days", "2");
        assertThat(granted.out())
                .isEqualTo("Granted: user %s (viewer)\n".formatted(other.username()));
        await().atMost(Duration.ofSeconds(15)).until(() -> stranger.run("cat", id).code() == 0);
        assertThat(artifactor.run("access", id).out())
                .contains("\tgrant\tviewer\t", other.username());
        assertThat(artifactor.run("access", "revoke", id, "--user", other.username()).code())
                .isZero();
        assertThat(stranger.run("cat", id).code()).isEqualTo(4);
    }

    @Test
    void aWorkspaceIsMadeFilledAndShared() throws IOException {
        CommandLine artifactor = signedIn(user);
        CommandLine guest = signedIn(other);
        String place = first(artifactor, "workspaces", "create", "Compilers");
        String id = put(artifactor, "one\n", "--workspace", place, "--folder", "Papers", "-p");
        assertThat(artifactor.run("workspaces", "list").out())
                .contains(place + "\towner\t1\t\tCompilers\n");

        Result invited =
                artifactor.run("workspaces", "invite", place, other.username(), "--role", "editor");
        assertThat(invited.code()).as(invited.err()).isZero();
        assertThat(artifactor.run("workspaces", "invitations", place).out())
                .contains(other.username());
        String invitation = first(guest, "workspaces", "invitations");
        assertThat(guest.run("workspaces", "accept", invitation).out())
                .isEqualTo(place + ": Compilers\n");
        assertThat(guest.run("cat", id).out()).isEqualTo("one\n");
        assertThat(guest.run("ls", "--workspace", place, "--folder", "Papers").out())
                .startsWith(id);
        assertThat(guest.run("quota", "--workspace", place).out())
                .contains("workspace\t4\t", place + "\tCompilers\n");
        assertThat(artifactor.run("workspaces", "role", place, other.username(), "viewer").out())
                .isEqualTo(other.username() + " (viewer)\n");
        assertThat(artifactor.run("workspaces", "members", place).out().lines()).hasSize(2);
        assertThat(guest.run("workspaces", "remove", place, other.username()).code()).isZero();
        assertThat(guest.run("workspaces", "members", place).code()).isEqualTo(4);
    }

    @Test
    void whatIsHeldStaysUntilTheHoldIsReleased() throws IOException {
        CommandLine artifactor = signedIn(user);
        CommandLine administrator = administering();
        String id = put(artifactor, "one\n");

        String hold =
                first(
                        administrator,
                        "admin",
                        "hold",
                        "place",
                        "Case 17",
                        "--reason",
                        "Counsel",
                        "--on",
                        "artifact:" + id);

        assertThat(artifactor.run("rm", id).code()).isEqualTo(1);
        assertThat(administrator.run("admin", "hold", "list", "--state", "active").out())
                .contains(hold + "\tactive\t")
                .contains("artifact:" + id);
        assertThat(administrator.run("admin", "hold", "release", hold, "--reason", "Closed").out())
                .isEqualTo("Released: Case 17 (artifact:%s)\n".formatted(id));
        assertThat(artifactor.run("rm", id).code()).isZero();
        assertThat(artifactor.run("admin", "hold", "list").code()).isEqualTo(3);
    }

    @Test
    void aRuleOfAgeIsLookedAtAndRun() throws IOException, SQLException {
        CommandLine artifactor = signedIn(user);
        String place = first(artifactor, "workspaces", "create", "Old and new");
        String old = put(artifactor, "one\n", "--workspace", place);
        Rows.age(old, 400);
        String rule =
                as(user).contentType("application/json")
                        .body(
                                Map.of(
                                        "workspaceId",
                                        UUID.fromString(place),
                                        "name",
                                        "Old",
                                        "afterDays",
                                        365,
                                        "action",
                                        "trash"))
                        .post("/retention-rules")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        assertThat(artifactor.run("admin", "retention", "list").out()).startsWith(rule + "\t");
        assertThat(artifactor.run("admin", "retention", "preview", rule).out()).startsWith(old);
        Result ran = artifactor.run("admin", "retention", "run", rule, "--json");
        assertThat(ran.code()).as(ran.err()).isZero();

        assertThat(ran.out()).contains("\"state\" : \"succeeded\"");
        assertThat(artifactor.run("show", old).code()).isEqualTo(4);
        String run = ran.out().replaceFirst("(?s).*?\"id\" : \"([^\"]*)\".*", "$1");
        assertThat(artifactor.run("admin", "retention", "items", run).out())
                .isEqualTo("trashed\t" + old + "\n");
        assertThat(signedIn(other).run("admin", "retention", "preview", rule).code()).isEqualTo(4);
    }
}
