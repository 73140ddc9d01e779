package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Legal holds: what is under one is not removed. */
@Command(
        name = "hold",
        description = "List, place and release legal holds: nothing under one is removed.",
        footer = {
            "  artifactor admin hold list --state active",
            "  artifactor admin hold place 'Case 2026-17' --reason 'Asked for by counsel' \\",
            "      --on workspace:01931c2e-7a3b-7c4d-8e5f-001122334455"
        })
final class HoldCommand extends CommandGroup {

    private static String subject(JsonNode hold) {
        JsonNode on = hold.path("on");
        return Json.text(on, "kind") + ":" + Json.text(on, "id");
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = "List holds, the last placed first; for auditors, too.",
            footer = {
                "  artifactor admin hold list",
                "  artifactor admin hold list --state active --all"
            })
    static final class ListThem extends AdminCommand.Administering {

        @Option(names = "--state", description = "Only those active, or released.")
        private @Nullable String state;

        @Mixin private final ListOptions list = new ListOptions();

        ListThem(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            Query query = Query.none().with("state", state);
            Pages pages = new Pages(artifactor().client(), "/holds", query, list.most());
            new Listing(this, pages)
                    .print(
                            new Table(terminal(), "ID", "STATE", "PLACED", "ON", "NAME"),
                            (rows, one) ->
                                    rows.add(
                                            Json.text(one, "id"),
                                            Json.text(one, "state"),
                                            rows.time(Json.text(one, "placedAt")),
                                            subject(one),
                                            Json.text(one, "name")));
            return ExitCode.OK;
        }
    }

    /** Places one. */
    @Command(
            name = "place",
            description = {
                "Place a hold: from then on nothing of the thing is removed until it is released.",
                "Its id is printed."
            },
            footer = {
                "  artifactor admin hold place 'Case 2026-17' --reason 'Asked for by counsel' \\",
                "      --on user:01931c2e-7a3b-7c4d-8e5f-001122334455"
            })
    static final class Place extends AdminCommand.Administering {

        private static final Pattern SUBJECT =
                Pattern.compile("(artifact|folder|workspace|user):([0-9a-fA-F-]{36})");

        @Parameters(paramLabel = "NAME", description = "What it is called.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String name;

        @Option(names = "--reason", required = true, description = "Why it is placed.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String reason;

        @Option(
                names = "--on",
                required = true,
                paramLabel = "KIND:ID",
                description = "What is held: artifact, folder, workspace or user, with its id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String on;

        Place(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            Matcher subject = SUBJECT.matcher(on);
            if (!subject.matches()) {
                throw Failure.usage("--on has to be such as workspace:ID, and is " + on);
            }
            ObjectNode wish = Json.object().put("name", name).put("reason", reason);
            wish.putObject("on").put("kind", subject.group(1)).put("id", subject.group(2));
            JsonNode placed = artifactor().client().post("/holds", wish);
            show(placed, () -> terminal().line(Json.text(placed, "id")));
            return ExitCode.OK;
        }
    }

    /** Releases one. */
    @Command(
            name = "release",
            description = "Release a hold; it stays as a record.",
            footer = {
                "  artifactor admin hold release 01931c2e-7a3b-7c4d-8e5f-001122334455 \\",
                "      --reason 'The case is closed'"
            })
    static final class Release extends AdminCommand.Administering {

        @Parameters(paramLabel = "ID", description = "The hold's id.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private UUID id;

        @Option(names = "--reason", required = true, description = "Why it is released.")
        @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
        private String reason;

        Release(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            ArtifactorClient client = artifactor().client();
            String path = "/holds/" + id;
            long revision = Json.number(client.get(path), "revision");
            JsonNode released = client.delete(path, Query.none().with("reason", reason), revision);
            show(
                    released,
                    () ->
                            terminal()
                                    .line(
                                            "Released: %s (%s)"
                                                    .formatted(
                                                            Json.text(released, "name"),
                                                            subject(released))));
            return ExitCode.OK;
        }
    }
}
