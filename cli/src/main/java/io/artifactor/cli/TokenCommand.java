package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Personal access tokens, for scripts and programs. */
@Command(
        name = "token",
        description = "Make, list and revoke personal access tokens.",
        footer = {
            "  artifactor token create backup --scope read --days 90 --save backup.token",
            "  artifactor token list",
            "  artifactor token revoke 01931c2e-7a3b-7c4d-8e5f-001122334455"
        })
final class TokenCommand extends CommandGroup {

    /** Makes one. */
    @Command(
            name = "create",
            description = {
                "Make a token. The server asks for the password: no token makes another one.",
                "It is printed once, or saved to a file only you may read."
            },
            footer = {
                "  artifactor token create laptop",
                "  artifactor token create backup --scope read --days 90 --save backup.token",
                "  ARTIFACTOR_TOKEN_FILE=backup.token artifactor ls"
            })
    static final class Create extends ServerCommand {

        @Parameters(paramLabel = "NAME", description = "To know it again by.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String name;

        @Option(
                names = "--scope",
                description =
                        "What it opens: read, write, admin; several times for several (default: read"
                                + " and write).")
        private List<String> scopes = List.of();

        @Option(
                names = "--days",
                paramLabel = "N",
                description = "How long it works; for ever if absent.")
        private @Nullable Long days;

        @Option(
                names = "--save",
                paramLabel = "FILE",
                description = "Write it to a new file only you may read, instead of printing it.")
        private @Nullable Path file;

        @Mixin private final SignIn signIn = new SignIn();

        Create(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            if (days != null && days < 1) {
                throw Failure.usage("--days has to be 1 or more, and is " + days);
            }
            SecretFile target = file == null ? null : SecretFile.create(file);
            ObjectNode made;
            try (SignIn.Session session =
                    signIn.open(artifactor(), artifactor().destination().username())) {
                made = (ObjectNode) session.client().post("/auth/tokens", wish());
            } catch (Failure refused) {
                if (target != null) {
                    target.remove();
                }
                throw refused;
            }
            if (target != null) {
                target.write(Json.text(made, "token"));
                made.remove("token");
                made.put("file", target.path().toString());
            }
            show(made, () -> print(made));
            return ExitCode.OK;
        }

        private ObjectNode wish() {
            ObjectNode wish = Json.object().put("name", name);
            if (!scopes.isEmpty()) {
                ArrayNode wanted = wish.putArray("scopes");
                scopes.forEach(wanted::add);
            }
            if (days != null) {
                Instant end = Instant.now().plus(Duration.ofDays(days));
                wish.put("expiresAt", end.truncatedTo(ChronoUnit.SECONDS).toString());
            }
            return wish;
        }

        private void print(JsonNode made) {
            String secret = Json.text(made, "token");
            terminal().line(secret.isEmpty() ? Json.text(made, "file") : secret);
            terminal()
                    .note(
                            "Made %s (%s); artifactor token revoke %s ends it."
                                    .formatted(
                                            Json.text(made, "name"),
                                            TokenCommand.scopes(made),
                                            Json.text(made, "id")));
        }
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = "List your tokens, the newest first; what they say is never shown again.",
            footer = {"  artifactor token list", "  artifactor token list --json"})
    static final class ListThem extends ServerCommand {

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            JsonNode tokens = artifactor().client().get("/auth/tokens");
            show(tokens, () -> print(tokens));
            return ExitCode.OK;
        }

        private void print(JsonNode tokens) {
            Table table =
                    new Table(
                            terminal(),
                            "ID",
                            "BEGINS",
                            "SCOPES",
                            "CREATED",
                            "EXPIRES",
                            "LAST USED",
                            "NAME");
            for (JsonNode token : tokens.path("items")) {
                table.add(
                        Json.text(token, "id"),
                        Json.text(token, "prefix"),
                        scopes(token),
                        table.time(Json.text(token, "createdAt")),
                        table.time(Json.text(token, "expiresAt")),
                        table.time(Json.text(token, "lastUsedAt")),
                        Json.text(token, "name"));
            }
            table.flush();
        }
    }

    /** Revokes some. */
    @Command(
            name = "revoke",
            description = "End tokens at once. The server asks for the password.",
            footer = {"  artifactor token revoke 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Revoke extends ServerCommand {

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The tokens' ids.")
        private List<UUID> ids = List.of();

        @Mixin private final SignIn signIn = new SignIn();

        Revoke(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            try (SignIn.Session session =
                    signIn.open(artifactor(), artifactor().destination().username())) {
                OneByOne each = new OneByOne(this);
                for (UUID id : ids) {
                    each.run(id.toString(), () -> revoke(session.client(), id), this::print);
                }
                return each.end();
            }
        }

        private static JsonNode revoke(ArtifactorClient client, UUID id) {
            client.delete("/auth/tokens/" + id);
            return Json.object().put("id", id.toString()).put("revoked", true);
        }

        private void print(JsonNode revoked) {
            terminal().line("Revoked: " + Json.text(revoked, "id"));
        }
    }

    private static String scopes(JsonNode token) {
        StringBuilder scopes = new StringBuilder();
        token.path("scopes")
                .forEach(
                        scope -> scopes.append(scopes.isEmpty() ? "" : ",").append(scope.asText()));
        return scopes.toString();
    }
}
