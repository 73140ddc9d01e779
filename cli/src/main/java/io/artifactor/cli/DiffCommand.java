package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.cli.Span.Look;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two versions of an artifact. */
@Command(
        name = "diff",
        description = "Show what changed between two versions, as a unified diff.",
        footer = {
            "  artifactor diff 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor diff 01931c2e-7a3b-7c4d-8e5f-001122334455 1 2 > change.patch",
            "  artifactor diff 01931c2e-7a3b-7c4d-8e5f-001122334455 main:3 experiment:1"
        })
final class DiffCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The artifact's id.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FROM",
            description =
                    "The older version: its number on the current branch, BRANCH:NUMBER or id; the"
                            + " one before the newest if absent.")
    private @Nullable String from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TO",
            description = "The newer version; the newest if absent.")
    private @Nullable String to;

    @Option(
            names = "--context",
            paramLabel = "LINES",
            description = "Unchanged lines around a change; ${DEFAULT-VALUE} if absent.")
    private int context = 3;

    DiffCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        String path = "/artifacts/" + id;
        JsonNode artifact = client.get(path);
        Versions versions = new Versions(client, artifact);
        String branch = versions.currentBranch();
        String older =
                from == null
                        ? Json.text(versions.beforeNewest(branch), "id")
                        : versions.named(from);
        String newer = to == null ? Json.text(versions.newest(branch), "id") : versions.named(to);
        Query query =
                Query.none()
                        .with("from", older)
                        .with("to", newer)
                        .with("context", String.valueOf(context));
        JsonNode diff = client.get(path + "/diff", query);
        show(diff, () -> print(Json.text(artifact, "fileName"), diff));
        return ExitCode.OK;
    }

    private void print(String fileName, JsonNode diff) {
        if (Json.flag(diff, "identical")) {
            return;
        }
        if (Json.flag(diff, "binary")) {
            terminal().line("Binary files a/%s and b/%s differ".formatted(fileName, fileName));
            return;
        }
        terminal().line(Span.strong("--- a/" + fileName));
        terminal().line(Span.strong("+++ b/" + fileName));
        for (JsonNode hunk : diff.path("hunks")) {
            String place =
                    "@@ -%d,%d +%d,%d @@"
                            .formatted(
                                    Json.number(hunk, "fromStart"),
                                    Json.number(hunk, "fromLines"),
                                    Json.number(hunk, "toStart"),
                                    Json.number(hunk, "toLines"));
            terminal().line(new Span(place, Look.PLACE));
            hunk.path("lines").forEach(this::print);
        }
    }

    private void print(JsonNode line) {
        String text = line.path("text").asText("");
        terminal()
                .source(
                        switch (Json.text(line, "op")) {
                            case "delete" -> new Span("-" + text, Look.REMOVED);
                            case "insert" -> new Span("+" + text, Look.ADDED);
                            default -> Span.plain(" " + text);
                        });
        if (Json.flag(line, "unended")) {
            terminal().line("\\ No newline at end of file");
        }
    }
}
