package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends exports, files and folders to the server and follows what becomes of them. */
@Command(
        name = "import",
        description = {
            "Import chat exports (zip or conversations.json), files, or folders.",
            "What the server knows already stays as it is; an export that grew adds what is new.",
            "On a terminal a preview is shown and confirmed first; --yes goes ahead without."
        },
        footer = {
            "  artifactor import claude-export.zip",
            "  artifactor import --preview conversations.json",
            "  artifactor import --yes --strict exports/*.zip",
            "  artifactor import --code-block-min-lines 20 notes/"
        })
final class ImportCommand extends ServerCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, or folders (sent as a zip without links and version control).")
    private List<Path> files = List.of();

    @Option(names = "--preview", description = "Only say what is in it; import nothing.")
    private boolean preview;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--no-wait", description = "Return when the server has the file.")
    private boolean noWait;

    @Option(names = "--strict", description = "Exit with 5 when an item was broken or unreadable.")
    private boolean strict;

    @Option(
            names = "--code-block-min-lines",
            paramLabel = "N",
            description = "Code blocks of at least so many lines become artifacts.")
    private @Nullable Integer codeBlockMinLines;

    @Option(
            names = "--code-block-min-chars",
            paramLabel = "N",
            description = "Code blocks of at least so many characters become artifacts.")
    private @Nullable Integer codeBlockMinChars;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description =
                    "How long to go on asking while the server is away (default: ${DEFAULT-VALUE}).")
    private long patience;

    ImportCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        files.forEach(ImportSource::check);
        ArtifactorClient client = artifactor().client();
        client.get("/auth/me"); // a refusal is clearer now than in the middle of a large upload
        ImportRun run = new ImportRun(client, artifactor().surroundings(), wishes());
        ArrayNode answers = Json.object().putArray("items");
        ExitCode worst = ExitCode.OK;
        for (Path file : files) {
            ExitCode code = one(run, file, answers);
            worst = graver(worst, code);
        }
        if (json()) {
            ObjectNode document = Json.object();
            document.set("items", answers);
            terminal().json(document);
        }
        return worst;
    }

    private ImportWishes wishes() {
        boolean ask = terminal().screen().interactive() && !yes && !json() && !noWait;
        Query query =
                Query.none()
                        .with("workspaceId", artifactor().destination().workspace().orElse(null))
                        .with("codeBlockMinLines", codeBlockMinLines)
                        .with("codeBlockMinChars", codeBlockMinChars);
        return new ImportWishes(preview, ask, !noWait, json(), Duration.ofSeconds(patience), query);
    }

    /** Imports one of the files; another's failure is no reason to leave this one out. */
    private ExitCode one(ImportRun run, Path file, ArrayNode answers) {
        try {
            JsonNode done = run.of(file);
            answers.add(done);
            return verdict(done);
        } catch (Failure failure) {
            terminal().note("artifactor: %s: %s".formatted(file, failure.text()));
            answers.addObject().put("fileName", file.toString()).put("failure", failure.text());
            return failure.exitCode();
        } catch (IOException e) {
            terminal().note("artifactor: %s cannot be read: %s".formatted(file, e.getMessage()));
            answers.addObject().put("fileName", file.toString()).put("failure", e.toString());
            return ExitCode.FAILED;
        }
    }

    /** The first failure counts; an incomplete import gives way to one. */
    private static ExitCode graver(ExitCode before, ExitCode now) {
        if (now == ExitCode.OK) {
            return before;
        }
        return before == ExitCode.OK || before == ExitCode.INCOMPLETE ? now : before;
    }

    private ExitCode verdict(JsonNode done) {
        String state = Json.text(done, "state");
        if (state.equals("failed") || state.equals("stopped")) {
            return ExitCode.FAILED;
        }
        return strict && ImportReport.incomplete(done) > 0 ? ExitCode.INCOMPLETE : ExitCode.OK;
    }
}
