package io.artifactor.cli;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what people did. */
@Command(
        name = "activity",
        description = "List what people did, the last first.",
        footer = {
            "  artifactor activity",
            "  artifactor activity --type artifact.deleted --from 2026-11-21T00:00:00Z",
            "  artifactor activity --artifact 01931c2e-7a3b-7c4d-8e5f-001122334455 --all"
        })
final class ActivityCommand extends ServerCommand {

    @Option(names = "--type", description = "Only this, such as artifact.added.")
    private @Nullable String type;

    @Option(names = "--artifact", paramLabel = "ID", description = "Only of this artifact.")
    private @Nullable UUID artifact;

    @Option(names = "--actor", paramLabel = "ID", description = "Only by this user.")
    private @Nullable UUID actor;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before this instant.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this instant.")
    private @Nullable Instant to;

    @Mixin private final ListOptions list = new ListOptions();

    ActivityCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        Query query =
                Query.none()
                        .with("workspace", artifactor().destination().workspace().orElse(null))
                        .with("type", type)
                        .with("artifact", artifact)
                        .with("actor", actor)
                        .with("from", from)
                        .with("to", to);
        Pages pages = new Pages(artifactor().client(), "/activity", query, list.most());
        Table table = new Table(terminal(), "WHEN", "WHO", "WHAT", "TIMES", "ID", "TITLE");
        new Listing(this, pages)
                .print(
                        table,
                        (rows, one) ->
                                rows.add(
                                        rows.time(Json.text(one, "until")),
                                        Json.text(one.path("actor"), "name"),
                                        Json.text(one, "type"),
                                        Json.text(one, "count"),
                                        Json.text(one.path("subject"), "id"),
                                        Json.text(one.path("subject"), "title")));
        return ExitCode.OK;
    }
}
