package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rules of age: what arrived long enough ago goes. */
@Command(
        name = "retention",
        description = "List rules of age, see what one would take, have it run now.",
        footer = {
            "  artifactor admin retention list",
            "  artifactor admin retention preview 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor admin retention run 01931c2e-7a3b-7c4d-8e5f-001122334455"
        })
final class RetentionCommand extends CommandGroup {

    private static String taken(JsonNode forecast) {
        return "%d artifacts (%s); %d more stay under a hold"
                .formatted(
                        Json.number(forecast, "count"),
                        Sizes.text(Json.number(forecast, "bytes")),
                        Json.number(forecast, "held"));
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = {
                "List the rules of the workspaces you own; all of them, for administrators and",
                "auditors."
            },
            footer = {"  artifactor admin retention list --all"})
    static final class ListThem extends AdminCommand.Administering {

        @Mixin private final ListOptions list = new ListOptions();

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            ArtifactorClient client = artifactor().client();
            Pages pages = new Pages(client, "/retention-rules", Query.none(), list.most());
            Table table =
                    new Table(
                            terminal(),
                            "ID",
                            "WORKSPACE",
                            "DAYS",
                            "ACTION",
                            "ONLY",
                            "NEXT RUN",
                            "NAME");
            new Listing(this, pages)
                    .print(
                            table,
                            (rows, one) ->
                                    rows.add(
                                            Json.text(one, "id"),
                                            Json.text(one, "workspaceId"),
                                            Json.text(one, "afterDays"),
                                            Json.text(one, "action"),
                                            only(one),
                                            rows.time(Json.text(one, "nextRunAt")),
                                            Json.text(one, "name")));
            return ExitCode.OK;
        }

        private static String only(JsonNode rule) {
            return Stream.of("kind", "tag", "category", "folder")
                    .filter(field -> !Json.text(rule, field).isEmpty())
                    .map(field -> field + "=" + Json.text(rule, field))
                    .collect(Collectors.joining(" "));
        }
    }

    /** Says what one would take. */
    @Command(
            name = "preview",
            description = "List what a rule would take, and when each became old enough.",
            footer = {
                "  artifactor admin retention preview 01931c2e-7a3b-7c4d-8e5f-001122334455",
                "  artifactor admin retention preview 01931c2e-7a3b-7c4d-8e5f-001122334455 \\",
                "      --at 2027-01-01T00:00:00Z --all"
            })
    static final class Preview extends AdminCommand.Administering {

        @Parameters(paramLabel = "ID", description = "The rule's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Option(
                names = "--at",
                paramLabel = "TIME",
                description = "As it would be at this instant; now if absent.")
        private @Nullable Instant at;

        @Mixin private final ListOptions list = new ListOptions();

        Preview(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            String path = "/retention-rules/" + id + "/preview";
            Query query = Query.none().with("at", at);
            Pages pages = new Pages(artifactor().client(), path, query, list.most());
            new Listing(this, pages)
                    .print(
                            new Table(terminal(), "ID", "KIND", "SIZE", "DUE", "HELD", "TITLE"),
                            (rows, one) ->
                                    rows.add(
                                            Json.text(one, "id"),
                                            Json.text(one, "kind"),
                                            rows.size(Json.number(one, "size")),
                                            rows.time(Json.text(one, "dueAt")),
                                            Json.flag(one, "held") ? "held" : "",
                                            Json.text(one, "title")),
                            last -> terminal().note(taken(last)));
            return ExitCode.OK;
        }
    }

    /** Has one run. */
    @Command(
            name = "run",
            description = {
                "Have a rule run now, and wait for its end. On a terminal it is asked before.",
                "The server goes on when this command ends."
            },
            footer = {
                "  artifactor admin retention run 01931c2e-7a3b-7c4d-8e5f-001122334455",
                "  artifactor admin retention run 01931c2e-7a3b-7c4d-8e5f-001122334455 --yes --no-wait"
            })
    static final class Run extends AdminCommand.Administering {

        @Parameters(paramLabel = "ID", description = "The rule's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Option(
                names = {"-y", "--yes"},
                description = "Ask nothing.")
        private boolean yes;

        @Mixin private final Following following = new Following();

        Run(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            ArtifactorClient client = artifactor().client();
            String path = "/retention-rules/" + id;
            if (!isWanted(client, path)) {
                throw new Failure(ExitCode.FAILED, "Nothing was done");
            }
            JsonNode begun = client.post(path + "/run");
            if (!following.isWanted()) {
                show(begun, () -> terminal().line(Json.text(begun, "id")));
                return ExitCode.OK;
            }
            return following.toTheEnd(this, "/operations/" + Json.text(begun, "id"));
        }

        private boolean isWanted(ArtifactorClient client, String path) {
            if (yes || json() || !terminal().screen().interactive()) {
                return true;
            }
            JsonNode rule = client.get(path);
            JsonNode forecast = client.get(path + "/preview", Query.none().with("size", 1));
            terminal()
                    .note(
                            "%s (%s): %s"
                                    .formatted(
                                            Json.text(rule, "name"),
                                            Json.text(rule, "action"),
                                            taken(forecast)));
            return terminal().confirm("Run it?");
        }
    }

    /** Says what a run did. */
    @Command(
            name = "items",
            description = "List what a run did with each artifact.",
            footer = {"  artifactor admin retention items 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Items extends AdminCommand.Administering {

        @Parameters(paramLabel = "RUN", description = "The run's id, which its operation has too.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Mixin private final ListOptions list = new ListOptions();

        Items(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            String path = "/retention-runs/" + id + "/items";
            Pages pages = new Pages(artifactor().client(), path, Query.none(), list.most());
            new Listing(this, pages)
                    .print(
                            new Table(terminal(), "OUTCOME", "ARTIFACT"),
                            (rows, one) ->
                                    rows.add(
                                            Json.text(one, "outcome"),
                                            Json.text(one, "artifactId")));
            return ExitCode.OK;
        }
    }
}
