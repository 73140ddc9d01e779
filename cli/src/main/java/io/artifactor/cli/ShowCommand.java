package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Everything known about one artifact, and where it came from. */
@Command(
        name = "show",
        description = "Show an artifact's details, origin and versions.",
        footer = {
            "  artifactor show 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor show 01931c2e-7a3b-7c4d-8e5f-001122334455 --json"
        })
final class ShowCommand extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "The artifact's id, as ls and search show it.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    ShowCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        JsonNode artifact = client.get("/artifacts/" + id);
        Pages versions =
                new Pages(client, "/artifacts/" + id + "/versions", Query.none(), Long.MAX_VALUE);
        if (json()) {
            terminal()
                    .json(generator -> {
                        generator.writeStartObject();
                        generator.writeFieldName("artifact");
                        generator.writeTree(artifact);
                        generator.writeFieldName("versions");
                        versions.writeTo(generator);
                        generator.writeEndObject();
                    });
        } else {
            describe(artifact);
            list(versions);
        }
        return ExitCode.OK;
    }

    private void describe(JsonNode artifact) {
        terminal().line(Span.strong(Json.text(artifact, "title")));
        field("id", Json.text(artifact, "id"));
        field("description", Json.text(artifact, "description"));
        field("kind", Json.text(artifact, "kind"));
        field("language", Json.text(artifact, "language"));
        field("type", Json.text(artifact, "mediaType"));
        field("file name", Json.text(artifact, "fileName"));
        field("source", Json.text(artifact, "source"));
        field("size", Sizes.text(Json.number(artifact, "size")));
        field("sha-256", Json.text(artifact, "sha256"));
        field(
                "version",
                "%s of %s on %s"
                        .formatted(
                                Json.text(artifact, "version"),
                                Json.text(artifact, "versionCount"),
                                Json.text(artifact, "branch")));
        field("created", Json.text(artifact, "createdAt"));
        field("updated", Json.text(artifact, "updatedAt"));
        JsonNode origin = artifact.path("origin");
        field("conversation", Json.text(origin, "conversationTitle"));
        field("", Json.text(origin, "conversationId"));
        field("message", Json.text(origin, "messageId"));
        field("model", Json.text(origin, "model"));
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            terminal().line("%-13s %s".formatted(name, value));
        }
    }

    private void list(Pages versions) {
        Table table =
                new Table(terminal(), "VERSION", "BRANCH", "SIZE", "CREATED", "MODEL", "NOTE");
        terminal().line("");
        versions.each(page -> {
            page.path("items").forEach(version -> add(table, version));
            table.flush();
        });
    }

    private static void add(Table table, JsonNode version) {
        String written = Json.text(version, "originAt");
        String problem =
                Json.flag(version, "broken") ? "broken: " + Json.text(version, "problem") : "";
        table.add(
                Json.text(version, "number"),
                Json.text(version, "branch"),
                table.size(Json.number(version, "size")),
                table.time(written.isEmpty() ? Json.text(version, "createdAt") : written),
                Json.text(version, "model"),
                problem);
    }
}
