package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Says as whom the server knows us. */
@Command(
        name = "whoami",
        description = "Show who is signed in, and where.",
        footer = {"  artifactor whoami", "  artifactor whoami --json"})
final class WhoamiCommand extends ServerCommand {

    WhoamiCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        JsonNode me = client.get("/auth/me");
        show(me, () -> terminal().line(sentence(me, client.server())));
        return ExitCode.OK;
    }

    private static String sentence(JsonNode me, ServerAddress server) {
        List<String> roles = new ArrayList<>();
        me.path("roles").forEach(role -> roles.add(role.asText()));
        String name = Json.text(me, "username");
        String displayName = Json.text(me, "displayName");
        String known =
                displayName.isEmpty() || displayName.equals(name) ? "" : " (" + displayName + ")";
        return "%s%s at %s, roles: %s".formatted(name, known, server, String.join(", ", roles));
    }
}
