package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends the sign-ins of others. */
@Command(
        name = "sign-out",
        description = {
            "End all sign-ins of users at once, or those of everybody that began before an instant.",
            "They may sign in again; personal access tokens, also that of this command, go on."
        },
        footer = {
            "  artifactor admin sign-out 01931c2e-7a3b-7c4d-8e5f-001122334455",
            "  artifactor admin sign-out --everybody",
            "  artifactor admin sign-out --everybody --before 2026-11-22T08:00:00Z"
        })
final class SignOutCommand extends AdminCommand.Administering {

    @Parameters(arity = "0..*", paramLabel = "USER", description = "The users' ids.")
    private List<UUID> users = List.of();

    @Option(names = "--everybody", description = "All users, yourself included.")
    private boolean everybody;

    @Option(
            names = "--before",
            paramLabel = "TIME",
            description = "Of everybody, only sign-ins that began before; else all there are.")
    private @Nullable Instant before;

    SignOutCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode administer() {
        if (everybody != users.isEmpty() || (before != null && !everybody)) {
            throw Failure.usage("Give the ids of users, or --everybody");
        }
        if (everybody) {
            return signOutEverybody();
        }
        OneByOne each = new OneByOne(this);
        for (UUID user : users) {
            each.run(user.toString(), () -> signOut(user), this::print);
        }
        return each.end();
    }

    private ExitCode signOutEverybody() {
        Instant until = before == null ? Instant.now() : before;
        Query query = Query.none().with("startedBefore", until.toString()).with("own", "true");
        JsonNode ended = artifactor().client().delete("/admin/sessions", query);
        show(
                ended,
                () ->
                        terminal()
                                .line(
                                        "Users who have to sign in again: %d"
                                                .formatted(Json.number(ended, "users"))));
        return ExitCode.OK;
    }

    private JsonNode signOut(UUID user) {
        artifactor().client().delete("/users/" + user + "/sessions");
        return Json.object().put("id", user.toString()).put("ended", true);
    }

    private void print(JsonNode ended) {
        terminal().line("Signed out: " + Json.text(ended, "id"));
    }
}
