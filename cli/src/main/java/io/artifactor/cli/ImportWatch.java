package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Follows an import by asking again and again, ever more slowly. A server that restarts meanwhile
 * is waited for, because the import resumes with it.
 */
final class ImportWatch {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Set<String> DEAD_ENDS = Set.of("failed", "stopped");

    private final ArtifactorClient client;
    private final Terminal terminal;
    private final Consumer<Duration> pause;
    private final Duration patience;

    /**
     * @param patience how long the server may be away
     */
    ImportWatch(ArtifactorClient client, Surroundings surroundings, Duration patience) {
        this.client = client;
        this.terminal = surroundings.terminal();
        this.pause = surroundings.pause();
        this.patience = patience;
    }

    /**
     * Waits until the import is in the state, or in one from which it will never get there.
     *
     * @param task what the user is told is going on
     */
    JsonNode until(String id, String task, String goal) {
        try (Progress progress = Progress.of(terminal, task)) {
            Duration wait = FIRST_PAUSE;
            while (true) {
                JsonNode now = patiently(() -> client.get("/imports/" + id));
                String state = Json.text(now, "state");
                progress.say(counted(now));
                progress.at(Json.number(now, "bytesRead"), Json.number(now, "bytesTotal"));
                if (state.equals(goal) || DEAD_ENDS.contains(state) || state.equals("completed")) {
                    return now;
                }
                pause.accept(wait);
                wait = longer(wait);
            }
        }
    }

    /** Asks, and asks again while the server is away or overburdened. */
    JsonNode patiently(Supplier<JsonNode> question) {
        Duration waited = Duration.ZERO;
        Duration wait = FIRST_PAUSE;
        while (true) {
            try {
                JsonNode answer = question.get();
                if (waited.isPositive()) {
                    terminal.note("The server is back.");
                }
                return answer;
            } catch (Failure failure) {
                if (!failure.temporary() || waited.compareTo(patience) >= 0) {
                    throw failure;
                }
                if (waited.isZero()) {
                    terminal.note(
                            "%s Asking again for up to %d seconds."
                                    .formatted(failure.text(), patience.toSeconds()));
                }
                pause.accept(wait);
                waited = waited.plus(wait);
                wait = longer(wait);
            }
        }
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static String counted(JsonNode now) {
        JsonNode counts = now.path("counts");
        return "%d conversations, %d artifacts"
                .formatted(Json.number(counts, "conversations"), Json.number(counts, "artifacts"));
    }
}
