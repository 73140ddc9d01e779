package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Follows long-running work to its end, also over a restart of the server. */
final class OperationWatch {

    private static final Set<String> GOOD = Set.of("succeeded", "completed");
    private static final Set<String> BAD = Set.of("failed", "stopped");

    private final ArtifactorClient client;
    private final Terminal terminal;
    private final Patience patience;

    /**
     * @param patience how long the server may be away
     */
    OperationWatch(ArtifactorClient client, Surroundings surroundings, Duration patience) {
        this.client = client;
        this.terminal = surroundings.terminal();
        this.patience = new Patience(surroundings, patience);
    }

    /**
     * Waits until it is over.
     *
     * @param path of the operation under the API
     * @param longest zero for ever
     * @return the operation as it ended
     */
    JsonNode until(String path, Duration longest) {
        Instant end = Instant.now().plus(longest);
        try (Progress progress = Progress.of(terminal, "Operation")) {
            return patience.until(
                    () -> client.get(path),
                    now -> {
                        JsonNode far = now.path("progress");
                        progress.say(Json.text(now, "phase"));
                        progress.at(Json.number(far, "done"), Json.number(far, "total"));
                        boolean over = isOver(now);
                        if (!over && longest.isPositive() && Instant.now().isAfter(end)) {
                            throw new Failure(
                                    ExitCode.FAILED,
                                    "It is still %s after %d seconds; it goes on at the server"
                                            .formatted(
                                                    Json.text(now, "state"), longest.toSeconds()));
                        }
                        return over;
                    });
        }
    }

    static ExitCode verdict(JsonNode ended) {
        return GOOD.contains(Json.text(ended, "state")) ? ExitCode.OK : ExitCode.FAILED;
    }

    /** How much of it is done, in percent; empty when that is not known. */
    static String share(JsonNode operation) {
        JsonNode far = operation.path("progress");
        long total = Json.number(far, "total");
        return total <= 0 ? "" : 100 * Json.number(far, "done") / total + "%";
    }

    static void describe(Terminal terminal, JsonNode operation) {
        terminal.line(
                Span.strong(
                        "%s %s"
                                .formatted(
                                        Json.text(operation, "kind"),
                                        Json.text(operation, "title"))));
        field(terminal, "id", Json.text(operation, "id"));
        field(terminal, "state", Json.text(operation, "state"));
        field(terminal, "phase", Json.text(operation, "phase"));
        field(terminal, "done", done(operation));
        for (Map.Entry<String, JsonNode> count : operation.path("counts").properties()) {
            field(terminal, count.getKey(), count.getValue().asText());
        }
        field(terminal, "problem", problem(operation.path("problem")));
        field(terminal, "created", Json.text(operation, "createdAt"));
        field(terminal, "started", Json.text(operation, "startedAt"));
        field(terminal, "ended", Json.text(operation, "endedAt"));
    }

    private static String done(JsonNode operation) {
        JsonNode far = operation.path("progress");
        if (Json.number(far, "total") <= 0) {
            return "";
        }
        String left = Json.text(far, "secondsLeft");
        return "%s of %s %s (%s)%s"
                .formatted(
                        Json.text(far, "done"),
                        Json.text(far, "total"),
                        Json.text(far, "unit"),
                        share(operation),
                        left.isEmpty() ? "" : ", %s seconds left".formatted(left));
    }

    private static String problem(JsonNode problem) {
        String code = Json.text(problem, "code");
        String detail = Json.text(problem, "detail");
        return detail.isEmpty() ? code : "%s: %s".formatted(code, detail);
    }

    private static boolean isOver(JsonNode operation) {
        String state = Json.text(operation, "state");
        return GOOD.contains(state) || BAD.contains(state);
    }

    private static void field(Terminal terminal, String name, String value) {
        if (!value.isEmpty()) {
            terminal.line("%-13s %s".formatted(name, value));
        }
    }
}
