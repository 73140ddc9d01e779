package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;

/** How much room there is. */
@Command(
        name = "quota",
        description = {
            "Show how many bytes are used and how many there may be: of what you own, wherever it is,",
            "and of what is in a workspace, your own if none is named."
        },
        footer = {
            "  artifactor quota",
            "  artifactor quota --workspace 01931c2e-7a3b-7c4d-8e5f-001122334455 --json"
        })
final class QuotaCommand extends ServerCommand {

    QuotaCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        ArtifactorClient client = artifactor().client();
        JsonNode me = client.get("/auth/me");
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        items.add(of(client, "user", Json.text(me, "id"), Json.text(me, "username")));
        String workspace =
                artifactor()
                        .destination()
                        .workspace()
                        .orElseGet(() -> Json.text(me, "personalWorkspaceId"));
        if (!workspace.isEmpty()) {
            String name = Json.text(client.get("/workspaces/" + workspace), "name");
            items.add(of(client, "workspace", workspace, name));
        }
        show(answer, () -> print(items));
        return ExitCode.OK;
    }

    private static JsonNode of(ArtifactorClient client, String kind, String id, String name) {
        ObjectNode quota = Json.object().put("kind", kind).put("id", id).put("name", name);
        return quota.setAll((ObjectNode) client.get("/%ss/%s/quota".formatted(kind, id)));
    }

    private void print(ArrayNode items) {
        Table table = new Table(terminal(), "KIND", "USED", "LIMIT", "ID", "NAME");
        for (JsonNode one : items) {
            boolean limited = one.path("limit").isNumber();
            table.add(
                    Json.text(one, "kind"),
                    table.size(Json.number(one, "used")),
                    limited ? table.size(Json.number(one, "limit")) : "",
                    Json.text(one, "id"),
                    Json.text(one, "name"));
        }
        table.flush();
    }
}
