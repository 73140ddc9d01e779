package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What administrators may have done to the server. */
@Command(
        name = "admin",
        description = "For administrators: check and tidy up the store.",
        footer = {"  artifactor admin verify", "  artifactor admin purge --thorough"})
final class AdminCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Reads all stored content again. */
    @Command(
            name = "verify",
            description = "Read all stored content again and compare its SHA-256.",
            footer = {"  artifactor admin verify"})
    static final class Verify extends ServerCommand {

        Verify(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
            ArtifactorClient client = artifactor().client();
            ObjectNode whole = Json.object();
            ArrayNode failed = whole.putArray("failed");
            long checked = 0;
            String next = "";
            do {
                JsonNode part = client.post("/admin/verify", Query.none().with("after", next));
                part.path("failed").forEach(failed::add);
                checked += Json.number(part, "checked");
                next = Json.text(part, "next");
            } while (!next.isEmpty());
            show(whole.put("checked", checked), () -> failed.forEach(this::print));
            terminal().note("%d contents checked, %d damaged".formatted(checked, failed.size()));
            return failed.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }

        private void print(JsonNode check) {
            terminal()
                    .line(
                            "%s %s (%s)"
                                    .formatted(
                                            Json.text(check, "outcome"),
                                            Json.text(check, "sha256"),
                                            Sizes.text(Json.number(check, "size"))));
        }
    }

    /** Sweeps the trash and the store. */
    @Command(
            name = "purge",
            description = "Remove what the trash has let go of, and content nothing refers to.",
            footer = {"  artifactor admin purge", "  artifactor admin purge --thorough"})
    static final class Purge extends ServerCommand {

        private static final int MOST_TURNS = 1_000;
        private static final List<String> COUNTS =
                List.of("artifacts", "blobs", "bytes", "temporaryFiles");

        @Option(names = "--thorough", description = "Look at every file of the store too.")
        private boolean thorough;

        Purge(Artifactor artifactor) {
            super(artifactor);
        }

        @Override
        ExitCode run() {
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
