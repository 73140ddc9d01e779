package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The long-running work of the server. */
@Command(
        name = "operations",
        description = "Look after long-running work: imports and whatever else takes its time.",
        footer = {
            "  artifactor operations list",
            "  artifactor operations wait 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor operations stop 01931c2e-7a3b-7c4d-8e5f-001122334455"
        })
final class OperationsCommand extends CommandGroup {

    /** Lists it, the newest first. */
    @Command(
            name = "list",
            description = "List long-running work, the newest first.",
            footer = {"  artifactor operations list", "  artifactor operations list --everybody"})
    static final class ListThem extends ServerCommand {

        @Option(names = "--everybody", description = "Everybody's, for administrators.")
        private boolean everybody;

        @Mixin private final ListOptions list = new ListOptions();

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            Query query = Query.none().with("all", everybody ? true : null);
            Pages pages = new Pages(artifactor().client(), "/operations", query, list.most());
            Table table = new Table(terminal(), "ID", "KIND", "STATE", "DONE", "CREATED", "TITLE");
            new Listing(this, pages)
                    .print(
                            table,
                            (rows, one) ->
                                    rows.add(
                                            Json.text(one, "id"),
                                            Json.text(one, "kind"),
                                            Json.text(one, "state"),
                                            OperationWatch.share(one),
                                            rows.time(Json.text(one, "createdAt")),
                                            Json.text(one, "title")));
            return ExitCode.OK;
        }
    }

    /** Shows one. */
    @Command(
            name = "show",
            description = "Show how far an operation is, and what came of it.",
            footer = {"  artifactor operations show 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Show extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "The operation's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        Show(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            JsonNode operation = artifactor().client().get("/operations/" + id);
            show(operation, () -> OperationWatch.describe(terminal(), operation));
            return ExitCode.OK;
        }
    }

    /** Waits for the end of one. */
    @Command(
            name = "wait",
            description = "Wait until an operation is over; done well only if it succeeded.",
            footer = {
                "  artifactor operations wait 01931c2e-7a3b-7c4d-8e5f-001122334455",
                "  artifactor operations wait 01931c2e-7a3b-7c4d-8e5f-001122334455 --timeout 60"
            })
    static final class Wait extends ServerCommand {

        private static final String FOREVER = "0";

        @Parameters(paramLabel = "ID", description = "The operation's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = FOREVER,
                description = "Give up after so long; 0, as if absent, waits for ever.")
        private long timeout;

        @Option(
                names = "--patience",
                paramLabel = "SECONDS",
                defaultValue = "300",
                description =
                        "How long to go on asking while the server is away (default: ${DEFAULT-VALUE}).")
        private long patience;

        Wait(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            OperationWatch watch =
                    new OperationWatch(
                            artifactor().client(),
                            artifactor().surroundings(),
                            Duration.ofSeconds(patience));
            JsonNode ended = watch.until("/operations/" + id, Duration.ofSeconds(timeout));
            show(ended, () -> OperationWatch.describe(terminal(), ended));
            return OperationWatch.verdict(ended);
        }
    }

    /** Stops some. */
    @Command(
            name = "stop",
            description = "Stop operations after what they are doing now; what they did stays.",
            footer = {"  artifactor operations stop 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Stop extends Change {

        Stop(Artifactor artifactor) {
            super(artifactor, "stop");
        }
    }

    /** Lets some go on. */
    @Command(
            name = "restart",
            description = "Let operations go on that were stopped or failed, where they were.",
            footer = {"  artifactor operations restart 01931c2e-7a3b-7c4d-8e5f-001122334455"})
    static final class Restart extends Change {

        Restart(Artifactor artifactor) {
            super(artifactor, "restart");
        }
    }

    /** Tells operations to do something. */
    abstract static class Change extends ServerCommand {

        private final String verb;

        @Parameters(arity = "1..*", paramLabel = "ID", description = "The operations' ids.")
        private List<UUID> ids = List.of();

        Change(Artifactor artifactor, String verb) {
            super(artifactor);
            this.verb = verb;
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            OneByOne each = new OneByOne(this);
            for (UUID id : ids) {
                each.run(
                        id.toString(),
                        () -> client.post("/operations/%s/%s".formatted(id, verb)),
                        now ->
                                terminal()
                                        .line(
                                                "%s: %s"
                                                        .formatted(
                                                                Json.text(now, "id"),
                                                                Json.text(now, "state"))));
            }
            return each.end();
        }
    }
}
