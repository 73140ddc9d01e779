package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks back at imports: all of them, one of them, or what became of each item in one. */
@Command(
        name = "imports",
        description = "List imports, or show one, or list what became of its items.",
        footer = {
            "  artifactor imports",
            "  artifactor imports 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor imports 01931c2e-7a3b-7c4d-8e5f-001122334455 --outcome broken --all"
        })
final class ImportsCommand extends ServerCommand {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "This import only.")
    private @Nullable UUID id;

    @Option(names = "--items", description = "List the items of the import.")
    private boolean items;

    @Option(
            names = "--outcome",
            description =
                    "Only items with this outcome: added, updated, unchanged, skipped, broken or unreadable.")
    private @Nullable String outcome;

    @Mixin private final ListOptions list = new ListOptions();

    ImportsCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        boolean wantsItems = items || outcome != null;
        if (id == null && wantsItems) {
            throw Failure.usage("--items and --outcome need the ID of an import");
        }
        ArtifactorClient client = artifactor().client();
        if (id == null) {
            listImports(client);
        } else if (wantsItems) {
            listItems(client, "/imports/" + id + "/items");
        } else {
            JsonNode one = client.get("/imports/" + id);
            show(one, () -> new ImportReport(client, terminal()).finished(one));
        }
        return ExitCode.OK;
    }

    private void listImports(ArtifactorClient client) {
        Pages pages = new Pages(client, "/imports", Query.none(), list.most());
        Table table =
                new Table(terminal(), "ID", "STATE", "ARTIFACTS", "INCOMPLETE", "CREATED", "FILE");
        new Listing(this, pages)
                .print(
                        table,
                        (rows, one) ->
                                rows.add(
                                        Json.text(one, "id"),
                                        Json.text(one, "state"),
                                        Json.text(one.path("counts"), "artifacts"),
                                        String.valueOf(ImportReport.incomplete(one)),
                                        rows.time(Json.text(one, "createdAt")),
                                        Json.text(one, "fileName")));
    }

    private void listItems(ArtifactorClient client, String path) {
        Pages pages = new Pages(client, path, Query.none().with("outcome", outcome), list.most());
        Table table =
                new Table(terminal(), "POSITION", "OUTCOME", "KIND", "REASON", "TITLE", "DETAIL");
        new Listing(this, pages)
                .print(
                        table,
                        (rows, item) ->
                                rows.add(
                                        Json.text(item, "position"),
                                        Json.text(item, "outcome"),
                                        Json.text(item, "kind"),
                                        Json.text(item, "reason"),
                                        rows.brief(Json.text(item, "title"), 40),
                                        Json.text(item, "detail")));
    }
}
