package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sign-ins with the password, on all devices. */
@Command(
        name = "session",
        description = "List and end your sign-ins on all devices.",
        footer = {
            "  artifactor session ls",
            "  artifactor session end 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor session end --all"
        })
final class SessionCommand extends CommandGroup {

    /** Lists them. */
    @Command(
            name = "ls",
            description = {
                "List your sign-ins, the last used first. The server asks for the password: no token",
                "shows them. The one of this very command is marked."
            },
            footer = {"  artifactor session ls", "  artifactor session ls --json"})
    static final class ListThem extends ServerCommand {

        @Mixin private final SignIn signIn = new SignIn();

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            try (SignIn.Session session =
                    signIn.open(artifactor(), artifactor().destination().username())) {
                JsonNode sessions = session.client().get("/auth/sessions");
                show(sessions, () -> print(sessions));
            }
            return ExitCode.OK;
        }

        private void print(JsonNode sessions) {
            Table table =
                    new Table(
                            terminal(),
                            "ID",
                            "DEVICE",
                            "ADDRESS",
                            "STARTED",
                            "LAST USED",
                            "EXPIRES",
                            "THIS");
            for (JsonNode session : sessions.path("items")) {
                table.add(
                        Json.text(session, "id"),
                        Json.text(session, "device"),
                        Json.text(session, "address"),
                        table.time(Json.text(session, "startedAt")),
                        table.time(Json.text(session, "lastUsedAt")),
                        table.time(Json.text(session, "expiresAt")),
                        Json.flag(session, "current") ? "this" : "");
            }
            table.flush();
        }
    }

    /** Ends some. */
    @Command(
            name = "end",
            description = {
                "End sign-ins at once, wherever they are. The server asks for the password.",
                "Personal access tokens go on; see artifactor token revoke."
            },
            footer = {
                "  artifactor session end 01931c2e-7a3b-7c4d-8e5f-001122334455",
                "  artifactor session end --all"
            })
    static final class End extends ServerCommand {

        @Parameters(arity = "0..*", paramLabel = "ID", description = "The sign-ins' ids.")
        private List<UUID> ids = List.of();

        @Option(names = "--all", description = "All there are.")
        private boolean all;

        @Mixin private final SignIn signIn = new SignIn();

        End(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            if (all != ids.isEmpty()) {
                throw Failure.usage("Give the ids of sign-ins, or --all");
            }
            try (SignIn.Session session =
                    signIn.open(artifactor(), artifactor().destination().username())) {
                if (all) {
                    return endAll(session.client());
                }
                OneByOne each = new OneByOne(this);
                for (UUID id : ids) {
                    each.run(id.toString(), () -> end(session.client(), id), this::print);
                }
                return each.end();
            }
        }

        /** The one this command opened ends by itself. */
        private ExitCode endAll(ArtifactorClient client) {
            client.delete("/auth/sessions");
            show(Json.object().put("all", true).put("ended", true), this::printAll);
            return ExitCode.OK;
        }

        private static JsonNode end(ArtifactorClient client, UUID id) {
            client.delete("/auth/sessions/" + id);
            return Json.object().put("id", id.toString()).put("ended", true);
        }

        private void print(JsonNode ended) {
            terminal().line("Ended: " + Json.text(ended, "id"));
        }

        private void printAll() {
            terminal().line("All sign-ins are over.");
        }
    }
}
