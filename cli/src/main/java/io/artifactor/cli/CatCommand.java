package io.artifactor.cli;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an artifact's content. */
@Command(
        name = "cat",
        description = {
            "Print the content of an artifact, once all of it is here and its digest is right.",
            "A terminal gets control characters shown instead of obeyed."
        },
        footer = {
            "  artifactor cat 01931c2e-7a3b-7c4d-8e5f-001122334455 | python3",
            "  artifactor cat 01931c2e-7a3b-7c4d-8e5f-001122334455 --version 2 | less"
        })
final class CatCommand extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "The artifact's id, as ls and search show it.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Mixin private final VersionChoice choice = new VersionChoice();

    CatCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        if (json()) {
            throw Failure.usage("--json and content both want the standard output");
        }
        ArtifactorClient client = artifactor().client();
        choice.of(client, id).download(client).toStandardOutput(terminal());
        return ExitCode.OK;
    }
}
