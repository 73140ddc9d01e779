package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How people come to be members: nobody becomes one unasked. */
final class InvitationCommands {

    private InvitationCommands() {}

    private static String guest(JsonNode invitation) {
        String name = Json.text(invitation, "username");
        return name.isEmpty() ? Json.text(invitation, "email") : name;
    }

    /** Invites some. */
    @Command(
            name = "invite",
            description = "Invite users, or whoever reads the mail of an address, to a workspace.",
            footer = {
                "  artifactor workspaces invite 01931c2e-7a3b-7c4d-8e5f-001122334455 ada --role editor",
                "  artifactor workspaces invite 01931c2e-7a3b-7c4d-8e5f-001122334455 \\",
                "      --email ada@example.org"
            })
    static final class Invite extends ServerCommand {

        @Parameters(index = "0", paramLabel = "ID", description = "The workspace's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "USER",
                description = "User names.")
        private List<String> users = List.of();

        @Option(
                names = "--email",
                paramLabel = "ADDRESS",
                description = "An address; several times for several.")
        private List<String> addresses = List.of();

        @Option(
                names = "--role",
                defaultValue = "viewer",
                description =
                        "What they become: viewer, editor or admin (default: ${DEFAULT-VALUE}).")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String role;

        Invite(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            if (users.isEmpty() && addresses.isEmpty()) {
                throw Failure.usage("Whom? Give user names, or --email");
            }
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            users.forEach(user -> invite(client, each, "username", user));
            addresses.forEach(address -> invite(client, each, "email", address));
            return each.end();
        }

        private void invite(ArtifactorClient client, OneByOne each, String field, String guest) {
            ObjectNode wish = Json.object().put(field, guest).put("role", role);
            each.run(
                    guest,
                    () -> client.post("/workspaces/" + id + "/invitations", wish),
                    made ->
                            terminal()
                                    .line(
                                            "Invited: %s (%s)"
                                                    .formatted(
                                                            guest(made), Json.text(made, "role"))));
        }
    }

    /** Lists them. */
    @Command(
            name = "invitations",
            description = "List what you are invited to; of a workspace, who is invited there.",
            footer = {
                "  artifactor workspaces invitations",
                "  artifactor workspaces invitations 01931c2e-7a3b-7c4d-8e5f-001122334455"
            })
    static final class ListThem extends ServerCommand {

        @Parameters(arity = "0..1", paramLabel = "ID", description = "The workspace's id.")
        private @Nullable UUID id;

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            String path = id == null ? "/invitations" : "/workspaces/" + id + "/invitations";
            JsonNode invitations = artifactor().client().get(path);
            show(invitations, () -> print(invitations));
            return ExitCode.OK;
        }

        private void print(JsonNode invitations) {
            Table table = new Table(terminal(), "ID", "ROLE", "EXPIRES", "GUEST", "WORKSPACE");
            for (JsonNode one : invitations.path("items")) {
                table.add(
                        Json.text(one, "id"),
                        Json.text(one, "role"),
                        table.time(Json.text(one, "expiresAt")),
                        guest(one),
                        Json.text(one, "workspaceName"));
            }
            table.flush();
        }
    }

    /** Does something to some of them. */
    abstract static class Each extends ServerCommand {

        Each(Artifactor artifactor) {
            super(artifactor);
        }

        abstract List<UUID> ids();

        /** Does it to one, and gives what is printed for a program. */
        abstract JsonNode change(ArtifactorClient client, UUID id);

        /** What is printed for people. */
        abstract String words(JsonNode done);

        @Override
        final ExitCode run() {
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            for (UUID id : ids()) {
                each.run(
                        id.toString(),
                        () -> change(client, id),
                        done -> terminal().line(words(done)));
            }
            return each.end();
        }
    }

    /** Accepts some. */
    @Command(
            name = "accept",
            description = "Become a member of what you are invited to.",
            footer = {"  artifactor workspaces accept 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Accept extends Each {

        @Parameters(arity = "1..*", paramLabel = "INVITATION", description = "Their ids.")
        private List<UUID> ids = List.of();

        Accept(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        List<UUID> ids() {
            return ids;
        }

        @Override
        JsonNode change(ArtifactorClient client, UUID id) {
            return client.post("/invitations/" + id + "/accept");
        }

        @Override
        String words(JsonNode workspace) {
            return "%s: %s".formatted(Json.text(workspace, "id"), Json.text(workspace, "name"));
        }
    }

    /** Declines some. */
    @Command(
            name = "decline",
            description = "Decline invitations.",
            footer = {"  artifactor workspaces decline 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Decline extends Each {

        @Parameters(arity = "1..*", paramLabel = "INVITATION", description = "Their ids.")
        private List<UUID> ids = List.of();

        Decline(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        List<UUID> ids() {
            return ids;
        }

        @Override
        JsonNode change(ArtifactorClient client, UUID id) {
            client.post("/invitations/" + id + "/decline");
            return Json.object().put("id", id.toString()).put("declined", true);
        }

        @Override
        String words(JsonNode declined) {
            return "Declined: " + Json.text(declined, "id");
        }
    }

    /** Takes some back. */
    @Command(
            name = "withdraw",
            description = "Take invitations to a workspace back.",
            footer = {
                "  artifactor workspaces withdraw 01931c2e-7a3b-7c4d-8e5f-001122334455 \\",
                "      01931c2e-7a3b-7c4d-8e5f-556677889900"
            })
    static final class Withdraw extends Each {

        @Parameters(index = "0", paramLabel = "ID", description = "The workspace's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID workspace;

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "INVITATION",
                description = "The invitations' ids.")
        private List<UUID> ids = List.of();

        Withdraw(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        List<UUID> ids() {
            return ids;
        }

        @Override
        JsonNode change(ArtifactorClient client, UUID id) {
            client.delete("/workspaces/%s/invitations/%s".formatted(workspace, id));
            return Json.object().put("id", id.toString()).put("withdrawn", true);
        }

        @Override
        String words(JsonNode withdrawn) {
            return "Withdrawn: " + Json.text(withdrawn, "id");
        }
    }
}
