package io.artifactor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Decides who reads artifacts beside those they are granted to. */
@Command(
        name = "visibility",
        description = {
            "Make artifacts private (their owner and the admins of the workspace read them), shared (its"
                    + " members do) or public (everybody who is signed in does)."
        },
        footer = {
            "  artifactor visibility 01931c2e-7a3b-7c4d-8e5f-001122334455 private",
            "  artifactor ls --tag handbook --all | cut -f1 | xargs artifactor visibility public"
        })
final class VisibilityCommand extends ServerCommand {

    private static final List<String> ALL = List.of("private", "shared", "public");

    @Parameters(
            arity = "2..*",
            paramLabel = "ID... VISIBILITY",
            description =
                    "The artifacts' ids, and behind or before them private, shared or public.")
    private List<String> words = List.of();

    VisibilityCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        boolean first = ALL.contains(words.getFirst());
        String visibility = first ? words.getFirst() : words.getLast();
        if (!ALL.contains(visibility)) {
            throw Failure.usage("Say private, shared or public instead of " + visibility);
        }
        List<UUID> ids =
                (first ? words.subList(1, words.size()) : words.subList(0, words.size() - 1))
                        .stream().map(MoveCommand::id).toList();
        ArtifactorClient client = artifactor().client();
        ObjectNode change = Json.object().put("visibility", visibility);
        OneByOne each = new OneByOne(this);
        for (UUID id : ids) {
            each.run(
                    id.toString(),
                    () -> client.change("/artifacts/" + id, "*", change),
                    artifact ->
                            terminal()
                                    .line(
                                            "%s: %s"
                                                    .formatted(
                                                            Json.text(artifact, "visibility"),
                                                            Json.text(artifact, "title"))));
        }
        return each.end();
    }

    /** For completion and help. */
    static final class Choices implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
