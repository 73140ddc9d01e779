package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        ObjectNode deleted = Json.object();
        ArrayNode items = deleted.putArray("items");
        OneByOne each = new OneByOne(terminal(), items);
        for (UUID id : ids) {
            each.run(
                    id.toString(),
                    () -> {
                        JsonNode artifact = client.get("/artifacts/" + id);
                        client.delete("/artifacts/" + id, Json.number(artifact, "revision"));
                        items.add(artifact);
                        if (!json()) {
                            terminal().line("Deleted: %s".formatted(Json.text(artifact, "title")));
                        }
                    });
        }
        if (json()) {
            terminal().json(deleted);
        }
        return each.verdict();
    }
}
