package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesCommandTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String INVITATION = "0193aaaa-0000-7000-8000-000000000004";
    private static final String MEMBERS = "/workspaces/" + ID + "/members";
    private static final String INVITATIONS = "/workspaces/" + ID + "/invitations";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer().signedIn();

    @AfterEach
    void close() {
        server.close();
    }

    private TestingCommand command() {
        return TestingCommand.of(home, server);
    }

    private void theMembersAre() {
        server.on(
                "GET " + MEMBERS,
                Answer.json(
                        """
                        {"items":[{"userId":"u1","username":"Ada","displayName":"Ada L",
                         "role":"editor","since":"2026-11-21T00:00:00Z"}],"next":null}\
                        """));
    }

    @Test
    void workspacesAreListedWithWhatOneIsThere() {
        server.on(
                "GET /workspaces",
                Answer.json(
                        """
                        {"items":[
                         {"id":"w1","role":"owner","memberCount":1,"personal":true,"name":"Anna"},
                         {"id":"w2","role":"viewer","memberCount":3,"name":"Compilers",
                          "archivedAt":"2026-11-21T00:00:00Z"}],"next":null}\
                        """));

        assertThat(command().run("workspaces", "list").out())
                .isEqualTo(
                        """
                        w1\towner\t1\tpersonal\tAnna
                        w2\tviewer\t3\tarchived\tCompilers
                        """);
    }

    @Test
    void theIdOfAWorkspaceThatWasMadeIsPrinted() {
        server.on("POST /workspaces", Answer.created("{\"id\":\"w9\",\"name\":\"New\"}"));

        assertThat(command().run("workspaces", "create", "New", "--description", "All").out())
                .isEqualTo("w9\n");
        assertThat(server.asked("POST /workspaces").getFirst().json().toString())
                .isEqualTo("{\"name\":\"New\",\"description\":\"All\"}");
    }

    @Test
    void membersAreListedPromotedAndTakenOutByTheirNames() {
        theMembersAre();
        server.on(
                "PUT " + MEMBERS + "/u1", Answer.json("{\"username\":\"Ada\",\"role\":\"admin\"}"));
        server.on("DELETE " + MEMBERS + "/u1", Answer.empty());

        assertThat(command().run("workspaces", "members", ID).out())
                .isEqualTo("u1\teditor\t2026-11-21T00:00:00Z\tAda\tAda L\n");
        assertThat(command().run("workspaces", "role", ID, "ada", "admin").out())
                .isEqualTo("Ada (admin)\n");
        Result removed = command().run("workspaces", "remove", ID, "grace", "ada");

        assertThat(server.asked("PUT " + MEMBERS + "/u1").getFirst().json().toString())
                .isEqualTo("{\"role\":\"admin\"}");
        assertThat(removed.code()).isEqualTo(4);
        assertThat(removed.out()).isEqualTo("Removed: Ada (editor)\n");
        assertThat(removed.err()).contains("There is no member grace");
    }

    @Test
    void usersAndAddressesAreInvited() {
        server.on(
                "POST " + INVITATIONS,
                Answer.created("{\"username\":\"ada\",\"role\":\"editor\"}"),
                Answer.created("{\"email\":\"g@example.org\",\"role\":\"editor\"}"));

        Result result =
                command()
                        .run(
                                "workspaces",
                                "invite",
                                ID,
                                "ada",
                                "--email",
                                "g@example.org",
                                "--role",
                                "editor");

        assertThat(result.out())
                .isEqualTo("Invited: ada (editor)\nInvited: g@example.org (editor)\n");
        assertThat(server.asked("POST " + INVITATIONS))
                .extracting(asked -> asked.json().toString())
                .containsExactly(
                        "{\"username\":\"ada\",\"role\":\"editor\"}",
                        "{\"email\":\"g@example.org\",\"role\":\"editor\"}");
        assertThat(command().run("workspaces", "invite", ID).code()).isEqualTo(2);
    }

    @Test
    void invitationsAreListedAnsweredAndTakenBack() {
        String document =
                """
                {"items":[{"id":"%s","role":"editor","username":"ada","workspaceName":"Compilers",
                 "expiresAt":"2026-12-21T00:00:00Z"}],"next":null}\
                """
                        .formatted(INVITATION);
        server.on("GET /invitations", Answer.json(document));
        server.on("GET " + INVITATIONS, Answer.json(document));
        String path = "/invitations/" + INVITATION;
        server.on(
                "POST " + path + "/accept", Answer.json("{\"id\":\"w2\",\"name\":\"Compilers\"}"));
        server.on("POST " + path + "/decline", Answer.empty());
        server.on("DELETE " + INVITATIONS + "/" + INVITATION, Answer.empty());

        String row = INVITATION + "\teditor\t2026-12-21T00:00:00Z\tada\tCompilers\n";
        assertThat(command().run("workspaces", "invitations").out()).isEqualTo(row);
        assertThat(command().run("workspaces", "invitations", ID).out()).isEqualTo(row);
        assertThat(command().run("workspaces", "accept", INVITATION).out())
                .isEqualTo("w2: Compilers\n");
        assertThat(command().run("workspaces", "decline", INVITATION).out())
                .isEqualTo("Declined: " + INVITATION + "\n");
        assertThat(command().run("workspaces", "withdraw", ID, INVITATION).out())
                .isEqualTo("Withdrawn: " + INVITATION + "\n");
    }

    @Test
    void theQuotaIsTheUsersAndTheWorkspacesThatIsMeant() {
        server.on("GET /users/u1/quota", Answer.json("{\"used\":5,\"limit\":null,\"own\":false}"));
        server.on("GET /workspaces/w1", Answer.json("{\"id\":\"w1\",\"name\":\"Anna\"}"));
        server.on("GET /workspaces/w1/quota", Answer.json("{\"used\":4,\"limit\":2048}"));
        server.on("GET /workspaces/" + ID, Answer.json("{\"name\":\"Compilers\"}"));
        server.on("GET /workspaces/" + ID + "/quota", Answer.json("{\"used\":9,\"limit\":10}"));

        assertThat(command().run("quota").out())
                .isEqualTo("user\t5\t\tu1\tanna\nworkspace\t4\t2048\tw1\tAnna\n");
        assertThat(command().onScreen(80).run("quota").out()).contains("2.0 KiB");
        Result named = command().run("quota", "--workspace", ID, "--json");
        assertThat(named.json().at("/items/1/name").asText()).isEqualTo("Compilers");
        assertThat(named.json().at("/items/1/limit").asInt()).isEqualTo(10);
    }
}
