package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives tags to an artifact and takes others from it, without losing what somebody else does. */
@Command(
        name = "tag",
        description = {
            "Give tags to an artifact with +, take tags from it with -.",
            "Without any, its tags are printed, one a line."
        },
        footer = {
            "  artifactor tag 01931c2e-7a3b-7c4d-8e5f-001122334455 +sorting -draft",
            "  artifactor tag 01931c2e-7a3b-7c4d-8e5f-001122334455 '+dynamic programming'"
        })
final class TagCommand extends ServerCommand {

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The artifact's id, as ls and search show it.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Parameters(
            index = "1..*",
            paramLabel = "+TAG|-TAG",
            description = "What to give and to take; options stand before the ID.")
    private List<String> changes = List.of();

    TagCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        changes.forEach(TagCommand::check);
        ArtifactorClient client = artifactor().client();
        String path = "/artifacts/" + id;
        JsonNode artifact = client.get(path);
        if (!changes.isEmpty()) {
            String seen = "\"%d\"".formatted(Json.number(artifact, "revision"));
            artifact = client.change(path, seen, tagged(artifact));
        }
        JsonNode tagged = artifact;
        show(tagged, () -> tagged.path("tags").forEach(tag -> terminal().line(tag.asText())));
        return ExitCode.OK;
    }

    private static void check(String change) {
        boolean signed = change.startsWith("+") || change.startsWith("-");
        if (!signed || change.startsWith("--") || change.substring(1).isBlank()) {
            throw Failure.usage("Say +TAG or -TAG instead of " + change);
        }
    }

    private ObjectNode tagged(JsonNode artifact) {
        Map<String, String> tags = new LinkedHashMap<>();
        artifact.path("tags").forEach(tag -> tags.put(key(tag.asText()), tag.asText()));
        for (String change : changes) {
            String name = change.substring(1).strip();
            if (change.startsWith("+")) {
                tags.putIfAbsent(key(name), name);
            } else {
                tags.remove(key(name));
            }
        }
        ObjectNode body = Json.object();
        ArrayNode names = body.putArray("tags");
        tags.values().forEach(names::add);
        return body;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
