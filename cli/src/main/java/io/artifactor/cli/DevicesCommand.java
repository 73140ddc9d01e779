package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The devices an account knows. */
@Command(
        name = "devices",
        description = {
            "List the devices your account knows, the last seen first: guesses of others do not keep",
            "them waiting. With --forget, forget some. The server asks for the password."
        },
        footer = {
            "  artifactor session devices",
            "  artifactor session devices --forget 01931c2e-7a3b-7c4d-8e5f-001122334455"
        })
final class DevicesCommand extends ServerCommand {

    @Option(
            names = "--forget",
            arity = "1..*",
            paramLabel = "ID",
            description = "Forget these; who is signed in there stays so, see session end.")
    private List<UUID> forgotten = List.of();

    @Mixin private final SignIn signIn = new SignIn();

    DevicesCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        try (SignIn.Session session =
                signIn.open(artifactor(), artifactor().destination().username())) {
            if (forgotten.isEmpty()) {
                JsonNode devices = session.client().get("/auth/devices");
                show(devices, () -> print(devices));
                return ExitCode.OK;
            }
            OneByOne each = new OneByOne(this);
            for (UUID id : forgotten) {
                each.run(id.toString(), () -> forget(session.client(), id), this::printForgotten);
            }
            return each.end();
        }
    }

    private void print(JsonNode devices) {
        Table table = new Table(terminal(), "ID", "DEVICE", "ADDRESS", "FIRST SEEN", "LAST SEEN");
        for (JsonNode device : devices.path("items")) {
            table.add(
                    Json.text(device, "id"),
                    Json.text(device, "name"),
                    Json.text(device, "address"),
                    table.time(Json.text(device, "firstSeenAt")),
                    table.time(Json.text(device, "lastSeenAt")));
        }
        table.flush();
    }

    private static JsonNode forget(ArtifactorClient client, UUID id) {
        client.delete("/auth/devices/" + id);
        return Json.object().put("id", id.toString()).put("forgotten", true);
    }

    private void printForgotten(JsonNode device) {
        terminal().line("Forgotten: " + Json.text(device, "id"));
    }
}
