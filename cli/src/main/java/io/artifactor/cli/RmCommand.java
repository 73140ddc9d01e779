package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts artifacts into the trash. */
@Command(
        name = "rm",
        description = {
            "Delete artifacts. They go to the trash, from where they can be brought back for a while."
        },
        footer = {
            "  artifactor rm 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor ls --tag obsolete --all | cut -f1 | xargs artifactor rm"
        })
final class RmCommand extends ServerCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The artifacts' ids.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private List<UUID> ids;

    RmCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        OneByOne each = new OneByOne(this);
        for (UUID id : ids) {
            each.run(
                    id.toString(),
                    () -> deleted(client, "/artifacts/" + id),
                    artifact -> terminal().line("Deleted: " + Json.text(artifact, "title")));
        }
        return each.end();
    }

    /** Only what is still as it was seen. */
    private static JsonNode deleted(ArtifactorClient client, String path) {
        JsonNode artifact = client.get(path);
        client.delete(path, Json.number(artifact, "revision"));
        return artifact;
    }
}
