package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the versions of an artifact. */
@Command(
        name = "versions",
        description = "List an artifact's versions, branch by branch, the newest of each first.",
        footer = {
            "  artifactor versions 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor versions 01931c2e-7a3b-7c4d-8e5f-001122334455 --branch main --json"
        })
final class VersionsCommand extends ServerCommand {

    @Parameters(paramLabel = "ID", description = "The artifact's id.")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private UUID id;

    @Option(names = "--branch", description = "Only those of this branch.")
    private @Nullable String branch;

    @Mixin private final ListOptions list = new ListOptions();

    VersionsCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        Pages pages =
                new Pages(
                        artifactor().client(),
                        "/artifacts/" + id + "/versions",
                        Query.none().with("branch", branch),
                        list.most());
        new Listing(this, pages)
                .print(
                        new Table(
                                terminal(),
                                "VERSION",
                                "BRANCH",
                                "ID",
                                "SIZE",
                                "CREATED",
                                "CONTENT",
                                "LABEL"),
                        VersionsCommand::add);
        return ExitCode.OK;
    }

    private static void add(Table table, JsonNode version) {
        table.add(
                Json.text(version, "number"),
                Json.text(version, "branch"),
                Json.text(version, "id"),
                table.size(Json.number(version, "size")),
                table.time(Json.text(version, "createdAt")),
                Json.text(version, "integrity"),
                Json.text(version, "label"));
    }
}
