package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts an artifact into a folder. */
@Command(
        name = "mv",
        description = "Move an artifact into a folder that is there.",
        footer = {
            "  artifactor mv 01931c2e-7a3b-7c4d-8e5f-001122334455 Algorithms/Sorting",
            "  artifactor mv 01931c2e-7a3b-7c4d-8e5f-001122334455 /"
        })
final class MoveCommand extends ServerCommand {

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The artifact's id, as ls and search show it.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            description = "The folder's path or id; / for the top.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String folder;

    MoveCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        ObjectNode change = Json.object();
        change.put(
                "folderId", new Places(client, artifactor().workspace()).folder(folder).orElse(""));
        JsonNode moved = client.change("/artifacts/" + id, "*", change);
        show(moved, () -> terminal().note("Moved: " + Json.text(moved, "title")));
        return ExitCode.OK;
    }
}
