package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.cli.ArtifactorClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What administrators may have done to the server. */
@Command(
        name = "admin",
        description =
                "For administrators: build the index anew, check and tidy up the store, hold what must"
                        + " stay, end the sign-ins of others, read the audit log.",
        footer = {
            "  artifactor admin reindex",
            "  artifactor admin verify",
            "  artifactor admin purge --thorough",
            "  artifactor admin hold list",
            "  artifactor admin retention list",
            "  artifactor admin sign-out --everybody",
            "  artifactor admin audit --action sign-in-refused"
        })
final class AdminCommand extends CommandGroup {

    /** What takes an administrator, with a token that says so. */
    abstract static class Administering extends ServerCommand {

        Administering(Artifactor artifactor) {
            super(artifactor);
        }

        abstract ExitCode administer();

        @Override
        final ExitCode run() {
            try {
                return administer();
            } catch (ServerProblem refused) {
                if (refused.status() != 403) {
                    throw refused;
                }
                throw new Failure(
                        ExitCode.FORBIDDEN,
                        refused.text() + " Administrators sign in for it: artifactor login --admin",
                        refused);
            }
        }
    }

    /** Builds the search index anew. */
    @Command(
            name = "reindex",
            description = {
                "Build the search index anew from the database. Search answers all the time.",
                "The server goes on when this command ends; asked again, it goes on with the same."
            },
            footer = {"  artifactor admin reindex", "  artifactor admin reindex --no-wait"})
    static final class Reindex extends Administering {

        private static final String ROUTE = "/admin/search/reindex";

        @Mixin private final Following following = new Following();

        Reindex(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            ArtifactorClient client = artifactor().client();
            Answer begun = begin(client);
            String where = begun.location();
            int route = where.lastIndexOf(ROUTE + "/");
            if (!following.isWanted() || route < 0) {
                show(begun.body(), () -> terminal().line(where));
                return ExitCode.OK;
            }
            return following.toTheEnd(this, where.substring(route));
        }

        private static Answer begin(ArtifactorClient client) {
            try {
                return client.send("POST", ROUTE, Query.none(), BodyPublishers.noBody());
            } catch (ServerProblem refused) {
                if (refused.status() != 404 && refused.status() != 405) {
                    throw refused;
                }
                throw new Failure(
                        ExitCode.NOT_FOUND,
                        "The server at %s cannot build its index anew on request: it has no such route"
                                .formatted(client.server()),
                        refused);
            }
        }
    }

    /** Reads all stored content again. */
    @Command(
            name = "verify",
            description = "Read all stored content again and compare its SHA-256.",
            footer = {"  artifactor admin verify"})
    static final class Verify extends Administering {

        Verify(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            ArtifactorClient client = artifactor().client();
            ObjectNode whole = Json.object();
            ArrayNode failed = whole.putArray("failed");
            long checked = 0;
            long unscanned = 0;
            String next = "";
            do {
                JsonNode part = client.post("/admin/verify", Query.none().with("after", next));
                part.path("failed").forEach(failed::add);
                checked += Json.number(part, "checked");
                unscanned += Json.number(part, "unscanned");
                next = Json.text(part, "next");
            } while (!next.isEmpty());
            whole.put("checked", checked).put("unscanned", unscanned);
            show(whole, () -> failed.forEach(this::print));
            terminal().note(summary(checked, unscanned, failed));
            return failed.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }

        private static String summary(long checked, long unscanned, ArrayNode failed) {
            long infected = 0;
            for (JsonNode check : failed) {
                infected += Json.text(check, "malware").isEmpty() ? 0 : 1;
            }
            String text =
                    "%d contents checked, %d damaged".formatted(checked, failed.size() - infected);
            text += infected == 0 ? "" : ", %d with malware".formatted(infected);
            return text + (unscanned == 0 ? "" : ", %d not scanned".formatted(unscanned));
        }

        private static String finding(JsonNode check) {
            String malware = Json.text(check, "malware");
            return malware.isEmpty() ? Json.text(check, "outcome") : "malware " + malware;
        }

        private void print(JsonNode check) {
            terminal()
                    .line(
                            "%s %s (%s)"
                                    .formatted(
                                            finding(check),
                                            Json.text(check, "sha256"),
                                            Sizes.text(Json.number(check, "size"))));
        }
    }

    /** Sweeps the trash and the store. */
    @Command(
            name = "purge",
            description = "Remove what the trash has let go of, and content nothing refers to.",
            footer = {"  artifactor admin purge", "  artifactor admin purge --thorough"})
    static final class Purge extends Administering {

        private static final int MOST_TURNS = 1_000;
        private static final List<String> COUNTS =
                List.of("artifacts", "blobs", "bytes", "temporaryFiles");

        @Option(names = "--thorough", description = "Look at every file of the store too.")
        private boolean thorough;

        Purge(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode administer() {
            ArtifactorClient client = artifactor().client();
            Query query = Query.none().with("thorough", thorough ? "true" : null);
            ObjectNode whole = Json.object();
            for (int turn = 0; turn < MOST_TURNS && !Json.flag(whole, "complete"); turn++) {
                JsonNode report = client.post("/admin/purge", query);
                for (String count : COUNTS) {
                    whole.put(count, Json.number(whole, count) + Json.number(report, count));
                }
                whole.put("complete", Json.flag(report, "complete"));
            }
            show(whole, () -> print(whole));
            return Json.flag(whole, "complete") ? ExitCode.OK : ExitCode.FAILED;
        }

        private void print(JsonNode report) {
            terminal()
                    .line(
                            "Removed %d artifacts, %d contents (%s), %d temporary files"
                                    .formatted(
                                            Json.number(report, "artifacts"),
                                            Json.number(report, "blobs"),
                                            Sizes.text(Json.number(report, "bytes")),
                                            Json.number(report, "temporaryFiles")));
        }
    }
}
