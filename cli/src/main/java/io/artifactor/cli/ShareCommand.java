package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Links that open one artifact to whoever has them. */
@Command(
        name = "share",
        description = {
            "Make a link that opens an artifact to whoever has it, without an account.",
            "Its address is printed once; whoever reads it has the link."
        },
        footer = {
            "  artifactor share 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor share 01931c2e-7a3b-7c4d-8e5f-001122334455 --name Auditors --days 7 \\",
            "      --downloads 5 --password",
            "  artifactor share list 01931c2e-7a3b-7c4d-8e5f-001122334455"
        })
final class ShareCommand extends ServerCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The artifact's id.")
    private @Nullable UUID id;

    @Option(
            names = "--name",
            description = "What you call it, such as whom it is for (default: ${DEFAULT-VALUE}).",
            defaultValue = "From the command line")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String name;

    @Option(
            names = "--downloads",
            paramLabel = "N",
            description = "How often it may be downloaded in all.")
    private @Nullable Integer downloads;

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            description =
                    "Show this version for ever, by its number, BRANCH:NUMBER or id; otherwise the"
                            + " current one, whichever that is.")
    private @Nullable String version;

    @Mixin private final Lifetime lifetime = new Lifetime();
    @Mixin private final GuestPassword password = new GuestPassword();

    ShareCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        if (id == null) {
            throw new ParameterException(spec.commandLine(), "Which artifact?");
        }
        String path = "/artifacts/" + id;
        ObjectNode wish = Json.object().put("name", name);
        lifetime.end().ifPresent(end -> wish.put("expiresAt", end.toString()));
        if (downloads != null) {
            wish.put("maxDownloads", downloads);
        }
        ArtifactorClient client = artifactor().client();
        if (version != null) {
            wish.put("versionId", new Versions(client, client.get(path)).named(version));
        }
        password.read(terminal()).ifPresent(secret -> wish.put("password", secret));
        JsonNode made = client.post(path + "/share-links", wish);
        show(made, () -> print(made));
        return ExitCode.OK;
    }

    private void print(JsonNode made) {
        terminal().line(Json.text(made, "url"));
        terminal()
                .note(
                        "Open until %s; artifactor share revoke %s ends it."
                                .formatted(Json.text(made, "expiresAt"), Json.text(made, "id")));
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = "List the links to an artifact; their addresses are never shown again.",
            footer = {"  artifactor share list 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class ListThem extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The artifact's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            JsonNode links = artifactor().client().get("/artifacts/" + id + "/share-links");
            show(links, () -> print(links));
            return ExitCode.OK;
        }

        private void print(JsonNode links) {
            Table table =
                    new Table(
                            terminal(),
                            "ID",
                            "BEGINS",
                            "STATE",
                            "PASSWORD",
                            "DOWNLOADS",
                            "EXPIRES",
                            "NAME");
            for (JsonNode link : links.path("items")) {
                table.add(
                        Json.text(link, "id"),
                        Json.text(link, "prefix"),
                        Json.text(link, "state"),
                        Json.flag(link, "passwordProtected") ? "yes" : "",
                        downloads(link),
                        table.time(Json.text(link, "expiresAt")),
                        Json.text(link, "name"));
            }
            table.flush();
        }

        private static String downloads(JsonNode link) {
            String most = Json.text(link, "maxDownloads");
            return Json.number(link, "downloads") + (most.isEmpty() ? "" : "/" + most);
        }
    }

    /** Ends some. */
    @Command(
            name = "revoke",
            description = "End links at once and for good.",
            footer = {"  artifactor share revoke 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Revoke extends ServerCommand {

        @Parameters(arity = "1..*", paramLabel = "LINK", description = "The links' ids.")
        private List<UUID> ids = List.of();

        Revoke(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            for (UUID id : ids) {
                each.run(
                        id.toString(),
                        () -> revoked(client, "/share-links/" + id),
                        link -> terminal().line("Revoked: " + Json.text(link, "name")));
            }
            return each.end();
        }

        /** Whatever was changed about it meanwhile: it is to be over. */
        private static JsonNode revoked(ArtifactorClient client, String path) {
            JsonNode link = client.get(path);
            client.deleteAny(path);
            return link;
        }
    }
}
