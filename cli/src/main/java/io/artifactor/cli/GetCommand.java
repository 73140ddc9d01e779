package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads an artifact's content, the current one or that of an earlier version. */
@Command(
        name = "get",
        description = {
            "Download an artifact. The file appears when it is complete and its digest is right.",
            "Without -o it gets the artifact's own file name, in the current folder."
        },
        footer = {
            "  artifactor get 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor get 01931c2e-7a3b-7c4d-8e5f-001122334455 -o app.py --force",
            "  artifactor get 01931c2e-7a3b-7c4d-8e5f-001122334455 --version 2 -o - | less"
        })
final class GetCommand extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "The artifact's id, as ls and search show it.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to: a file, a folder, or - for the standard output.")
    private @Nullable String output;

    @Option(names = "--version", paramLabel = "N", description = "This version, not the current.")
    private @Nullable Long version;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "On this branch (its newest version without --version).")
    private @Nullable String branch;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    GetCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        JsonNode artifact = client.get("/artifacts/" + id);
        Wanted wanted = wanted(client, artifact);
        Download download =
                new Download(client, wanted.path(), Json.text(wanted.document(), "sha256"));
        if ("-".equals(output)) {
            if (json()) {
                throw Failure.usage("--json and -o - both want the standard output");
            }
            download.toStandardOutput(terminal());
            return ExitCode.OK;
        }
        Path target = target(artifact);
        download.toFile(target, force);
        ObjectNode answer = Json.object();
        answer.set(wanted.name(), wanted.document());
        answer.put("file", target.toString());
        show(answer, () -> terminal().line(target.toString()));
        return ExitCode.OK;
    }

    /** Finds what is asked for: the artifact itself, or one of its versions. */
    private Wanted wanted(ArtifactorClient client, JsonNode artifact) {
        String artifactPath = "/artifacts/" + id;
        if (version == null && branch == null) {
            return new Wanted("artifact", artifact, artifactPath + "/content");
        }
        String line = branch == null ? Json.text(artifact, "branch") : branch;
        List<JsonNode> found = new ArrayList<>(1);
        new Pages(
                        client,
                        artifactPath + "/versions",
                        Query.none().with("branch", line),
                        Long.MAX_VALUE)
                .each(page -> page.path("items").forEach(candidate -> choose(found, candidate)));
        if (found.isEmpty()) {
            throw new Failure(
                    ExitCode.NOT_FOUND,
                    version == null
                            ? "There is no branch '%s'; `artifactor show %s` lists them"
                                    .formatted(line, id)
                            : "There is no version %d on branch '%s'; `artifactor show %s` lists them"
                                    .formatted(version, line, id));
        }
        JsonNode chosen = found.getFirst();
        String path = artifactPath + "/versions/" + Json.text(chosen, "id") + "/content";
        return new Wanted("version", chosen, path);
    }

    /** Keeps the version with the wanted number, or else the one with the highest. */
    private void choose(List<JsonNode> found, JsonNode candidate) {
        long number = Json.number(candidate, "number");
        boolean better =
                version == null
                        ? found.isEmpty() || number > Json.number(found.getFirst(), "number")
                        : number == version;
        if (better) {
            found.clear();
            found.add(candidate);
        }
    }

    private Path target(JsonNode artifact) {
        String given = Json.text(artifact, "fileName");
        String name =
                SafeFileName.of(
                        given.isEmpty() ? Json.text(artifact, "title") : given, id.toString());
        try {
            Path chosen = Path.of(output == null ? "" : output);
            boolean folder = output == null || Files.isDirectory(chosen);
            return folder ? inFolder(chosen, name) : chosen;
        } catch (InvalidPathException e) {
            throw Failure.usage("'%s' cannot be a file name here".formatted(output));
        }
    }

    private static Path inFolder(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notInThisLocale) {
            return folder.resolve(SafeFileName.ascii(name));
        }
    }

    private record Wanted(String name, JsonNode document, String path) {}
}
