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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingCommandsTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String OTHER = "0193aaaa-0000-7000-8000-000000000004";
    private static final String LINKS = "/artifacts/" + ID + "/share-links";
    private static final String GRANTS = "/artifacts/" + ID + "/grants";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    @BeforeEach
    void linksAreMade() {
        server.on(
                "POST " + LINKS,
                Answer.created(
                        """
                        {"id":"l1","name":"Auditors","secret":"ars_x","url":"https://a/share/ars_x",
                         "expiresAt":"2026-12-21T00:00:00Z"}\
                        """));
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    private JsonNode wish() {
        return server.asked("POST " + LINKS).getFirst().json();
    }

    @Test
    void theAddressOfALinkIsPrintedAlone() {
        Result result =
                command().run("share", ID, "--name", "Auditors", "--days", "7", "--downloads", "5");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("https://a/share/ars_x\n");
        assertThat(result.err()).contains("artifactor share revoke l1");
        assertThat(wish().path("name").asText()).isEqualTo("Auditors");
        assertThat(wish().path("maxDownloads").asInt()).isEqualTo(5);
        assertThat(wish().path("expiresAt").asText()).matches("20..-..-..T..:..:..Z");
        assertThat(wish().has("password")).isFalse();
    }

    @Test
    void aVersionIsNamedByItsNumber() {
        server.on(
                "GET /artifacts/" + ID,
                Answer.json("{\"id\":\"%s\",\"branch\":\"main\"}".formatted(ID)));
        server.on(
                "GET /artifacts/" + ID + "/versions",
                Answer.json("{\"items\":[{\"id\":\"v2\",\"number\":2}],\"next\":null}"));

        assertThat(command().run("share", ID, "--version", "2").code()).isZero();
        assertThat(wish().path("versionId").asText()).isEqualTo("v2");
        assertThat(command().run("share", ID, "--version", "9").code())
                .isEqualTo(ExitCode.NOT_FOUND.number());
    }

    @Test
    void aPasswordForGuestsIsTypedTwiceOrReadAndNeverAnArgument() throws IOException {
        Path file = Files.writeString(home.resolve("secret"), "from a file\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        command().onScreen(80).typing("told twice", "told twice").run("share", ID, "--password");
        command().typing("from stdin").run("share", ID, "--password-stdin");
        command().run("share", ID, "--password-file", file.toString());

        assertThat(server.asked("POST " + LINKS))
                .extracting(asked -> asked.json().path("password").asText())
                .containsExactly("told twice", "from stdin", "from a file");
        assertThat(command().run("share", ID, "--password").code()).isEqualTo(2);
        assertThat(command().run("share", ID, "--password=secret words").code()).isEqualTo(2);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Result open = command().run("share", ID, "--password-file", file.toString());
        assertThat(open.code()).isEqualTo(3);
        assertThat(open.err()).contains("chmod 600");
        assertThat(server.asked("POST " + LINKS)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share",
                "share nonsense",
                "share list",
                "share revoke",
                "share 0193aaaa-0000-7000-8000-000000000003 --days 0",
                "share 0193aaaa-0000-7000-8000-000000000003 --days 1 --expires 2030-01-01T00:00:00Z",
                "visibility 0193aaaa-0000-7000-8000-000000000003",
                "visibility 0193aaaa-0000-7000-8000-000000000003 secret",
                "visibility private public",
                "access",
                "access grant 0193aaaa-0000-7000-8000-000000000003",
                "access revoke 0193aaaa-0000-7000-8000-000000000003 --role viewer"
            })
    void wrongArgumentsAskTheServerNothing(String arguments) {
        assertThat(command().run(arguments.split(" ")).code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void linksAreListedWithHowOftenTheyWereDownloaded() {
        server.on(
                "GET " + LINKS,
                Answer.json(
                        """
                        {"items":[{"id":"l1","prefix":"ars_3k","state":"open","downloads":2,
                         "maxDownloads":5,"passwordProtected":true,"expiresAt":"2026-12-21T00:00:00Z",
                         "name":"Auditors"}],"next":null}\
                        """));

        assertThat(command().run("share", "list", ID).out())
                .isEqualTo("l1\tars_3k\topen\tyes\t2/5\t2026-12-21T00:00:00Z\tAuditors\n");
    }

    @Test
    void linksAreRevokedWhateverWasChangedAboutThem() {
        server.on("GET /share-links/" + ID, Answer.json("{\"id\":\"l1\",\"name\":\"Auditors\"}"));
        server.on("DELETE /share-links/" + ID, Answer.empty());

        Result result = command().run("share", "revoke", ID, OTHER, "--json");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(result.json().path("items")).hasSize(2);
        assertThat(server.asked("DELETE /share-links/" + ID).getFirst().headers().values())
                .anySatisfy(values -> assertThat(values).containsExactly("*"));
    }

    @Test
    void whoReadsSeveralArtifactsIsSaidBehindOrBeforeThem() {
        for (String id : new String[] {ID, OTHER}) {
            server.on(
                    "PATCH /artifacts/" + id,
                    Answer.json("{\"title\":\"One\",\"visibility\":\"private\"}"));
        }

        Result behind = command().run("visibility", ID, OTHER, "private");
        Result before = command().run("visibility", "private", ID);

        assertThat(behind.out()).isEqualTo("private: One\nprivate: One\n");
        assertThat(before.out()).isEqualTo("private: One\n");
        assertThat(server.asked("PATCH /artifacts/" + OTHER).getFirst().json().toString())
                .isEqualTo("{\"visibility\":\"private\"}");
    }

    @Test
    void whoMayReadIsListedWithTheReason() {
        server.on(
                "GET /artifacts/" + ID + "/access",
                Answer.json(
                        """
                        {"items":[{"granteeKind":"everybody","grantee":"","reason":"public",
                          "role":"viewer"},
                         {"granteeKind":"user","granteeId":"u1","grantee":"ada","reason":"grant",
                          "role":"editor","expiresAt":"2026-12-21T00:00:00Z"}],"next":null}\
                        """));

        assertThat(command().run("access", ID).out())
                .isEqualTo(
                        """
                        everybody\tpublic\tviewer\t\t\t
                        user\tgrant\teditor\t2026-12-21T00:00:00Z\tu1\tada
                        """);
    }

    @Test
    void somethingIsGrantedToUsersGroupsAndMembersByTheirNames() {
        server.on(
                "GET /groups",
                Answer.json("{\"items\":[{\"id\":\"g1\",\"name\":\"Compilers\"}],\"next\":null}"));
        server.on(
                "POST " + GRANTS,
                Answer.json("{\"granteeKind\":\"user\",\"grantee\":\"ada\",\"role\":\"editor\"}"));

        Result result =
                command()
                        .run(
                                "access",
                                "grant",
                                ID,
                                "--user",
                                "ada",
                                "--group",
                                "compilers",
                                "--group",
                                "Nobody",
                                "--members-of",
                                OTHER,
                                "--role",
                                "editor");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(result.out()).startsWith("Granted: user ada (editor)\n").hasLineCount(3);
        assertThat(server.asked("POST " + GRANTS))
                .extracting(asked -> asked.json().toString())
                .containsExactly(
                        "{\"role\":\"editor\",\"username\":\"ada\"}",
                        "{\"role\":\"editor\",\"groupId\":\"g1\"}",
                        "{\"role\":\"editor\",\"workspaceId\":\"" + OTHER + "\"}");
    }

    @Test
    void whatWasGrantedIsTakenBackByName() {
        server.on(
                "GET " + GRANTS,
                Answer.json(
                        """
                        {"items":[{"granteeKind":"user","granteeId":"u1","grantee":"Ada",
                         "role":"editor"}],"next":null}\
                        """));
        server.on("DELETE " + GRANTS + "/user/u1", Answer.empty());

        assertThat(command().run("access", "revoke", ID, "--user", "ada").out())
                .isEqualTo("Revoked: user Ada (editor)\n");
        assertThat(command().run("access", "revoke", ID, "--group", "ada").code()).isEqualTo(4);
        assertThat(server.asked("DELETE " + GRANTS + "/user/u1")).hasSize(1);
    }
}
