package io.artifactor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts artifacts into a folder, and renames them. */
@Command(
        name = "mv",
        description = "Move artifacts into a folder, or give one another title or file name.",
        footer = {
            "  artifactor mv 01931c2e-7a3b-7c4d-8e5f-001122334455 Algorithms/Sorting",
            "  artifactor mv 01931c2e-7a3b-7c4d-8e5f-001122334455 New/Folder --parents",
            "  artifactor mv 01931c2e-7a3b-7c4d-8e5f-001122334455 /",
            "  artifactor mv 01931c2e-7a3b-7c4d-8e5f-001122334455 --title 'Merge sort' --name sort.py"
        })
final class MoveCommand extends ServerCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "ID... FOLDER",
            description =
                    "The artifacts' ids, then the folder's path or id (/ for the top). With --title"
                            + " or --name the folder may be left out.")
    private List<String> words = List.of();

    @Option(names = "--title", description = "Its title from now on.")
    private @Nullable String title;

    @Option(names = "--name", paramLabel = "NAME", description = "Its file name from now on.")
    private @Nullable String name;

    @Option(
            names = {"-p", "--parents"},
            description = "Make the folder, and those above it, if they are not there.")
    private boolean parents;

    MoveCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        boolean renaming = title != null || name != null;
        boolean moving = words.size() > 1;
        List<UUID> ids =
                words.subList(0, moving ? words.size() - 1 : 1).stream()
                        .map(MoveCommand::id)
                        .toList();
        if (!renaming && !moving) {
            throw Failure.usage("Say where to: a folder, or --title or --name");
        }
        if (renaming && ids.size() > 1) {
            throw Failure.usage("--title and --name are for one artifact");
        }
        ArtifactorClient client = artifactor().client();
        ObjectNode change = change(client, moving);
        String done = moving ? "Moved: " : "Renamed: ";
        OneByOne each = new OneByOne(this);
        for (UUID id : ids) {
            each.run(
                    id.toString(),
                    () -> client.change("/artifacts/" + id, "*", change),
                    artifact -> terminal().note(done + Json.text(artifact, "title")));
        }
        return each.end();
    }

    private ObjectNode change(ArtifactorClient client, boolean moving) {
        ObjectNode change = Json.object();
        if (moving) {
            Places places = new Places(client, artifactor().destination().workspace());
            String folder = words.getLast();
            change.put(
                    "folderId",
                    (parents ? places.madeFolder(folder) : places.folder(folder)).orElse(""));
        }
        if (title != null) {
            change.put("title", title);
        }
        if (name != null) {
            change.put("fileName", name);
        }
        return change;
    }

    static UUID id(String word) {
        try {
            return UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("'%s' is no id of an artifact".formatted(word));
        }
    }
}
