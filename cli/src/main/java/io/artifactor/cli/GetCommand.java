package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.cli.VersionChoice.Chosen;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin private final VersionChoice choice = new VersionChoice();

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    GetCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        Chosen chosen = choice.of(client, id);
        Download download = chosen.download(client);
        if ("-".equals(output)) {
            if (json()) {
                throw Failure.usage("--json and -o - both want the standard output");
            }
            download.toStandardOutput(terminal());
            return ExitCode.OK;
        }
        Path target = target(chosen.artifact());
        download.toFile(target, force);
        ObjectNode answer = Json.object();
        answer.set(chosen.what(), chosen.document());
        answer.put("file", target.toString());
        show(answer, () -> terminal().line(target.toString()));
        return ExitCode.OK;
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
}
