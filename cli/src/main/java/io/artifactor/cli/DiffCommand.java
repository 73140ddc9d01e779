package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two versions of an artifact. */
@Command(
        name = "diff",
        description = "Show what changed between two versions, as a unified diff.",
        footer = {
            "  artifactor diff 01931c2e-7a3b-7c4d-8e5f-001122334455 1 2",
            "  artifactor diff 01931c2e-7a3b-7c4d-8e5f-001122334455 main:3 experiment:1"
        })
final class DiffCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The artifact's id.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Parameters(
            index = "1",
            paramLabel = "FROM",
            description =
                    "The older version: its number on the current branch, BRANCH:NUMBER or id.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String from;

    @Parameters(index = "2", paramLabel = "TO", description = "The newer version.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String to;

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
        Query query =
                Query.none()
                        .with("from", version(client, artifact, from))
                        .with("to", version(client, artifact, to))
                        .with("context", String.valueOf(context));
        JsonNode diff = client.get(path + "/diff", query);
        show(diff, () -> print(Json.text(artifact, "fileName"), diff));
        return ExitCode.OK;
    }

    private String version(ArtifactorClient client, JsonNode artifact, String name) {
        int colon = name.lastIndexOf(':');
        String branch = colon < 0 ? Json.text(artifact, "branch") : name.substring(0, colon);
        String number = name.substring(colon + 1);
        if (!number.matches("[0-9]+")) {
            return name;
        }
        Query query = Query.none().with("branch", branch);
        List<String> found = new ArrayList<>();
        new Pages(client, "/artifacts/" + id + "/versions", query, Long.MAX_VALUE)
                .each(page ->
                        page.path("items")
                                .forEach(version -> {
                                    if (Json.text(version, "number").equals(number)) {
                                        found.add(Json.text(version, "id"));
                                    }
                                }));
        if (found.isEmpty()) {
            throw new Failure(
                    ExitCode.NOT_FOUND, "There is no version %s on %s".formatted(number, branch));
        }
        return found.getFirst();
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
            terminal()
                    .line(
                            "@@ -%d,%d +%d,%d @@"
                                    .formatted(
                                            Json.number(hunk, "fromStart"),
                                            Json.number(hunk, "fromLines"),
                                            Json.number(hunk, "toStart"),
                                            Json.number(hunk, "toLines")));
            hunk.path("lines").forEach(this::print);
        }
    }

    private void print(JsonNode line) {
        String mark =
                switch (Json.text(line, "op")) {
                    case "delete" -> "-";
                    case "insert" -> "+";
                    default -> " ";
                };
        terminal().line(mark + line.path("text").asText(""));
        if (Json.flag(line, "unended")) {
            terminal().line("\\ No newline at end of file");
        }
    }
}
