package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Follows an import by asking again and again, ever more slowly. A server that restarts meanwhile
 * is waited for, because the import resumes with it.
 */
final class ImportWatch {

    private static final Set<String> DEAD_ENDS = Set.of("completed", "failed", "stopped");

    private final ArtifactorClient client;
    private final Terminal terminal;
    private final Patience patience;

    /**
     * @param patience how long the server may be away
     */
    ImportWatch(ArtifactorClient client, Surroundings surroundings, Duration patience) {
        this.client = client;
        this.terminal = surroundings.terminal();
        this.patience = new Patience(surroundings, patience);
    }

    /**
     * Waits until the import is in the state, or in one from which it will never get there.
     *
     * @param task what the user is told is going on
     */
    JsonNode until(String id, String task, String goal) {
        try (Progress progress = Progress.of(terminal, task)) {
            return patience.until(
                    () -> client.get("/imports/" + id),
                    now -> {
                        progress.say(counted(now));
                        progress.at(Json.number(now, "bytesRead"), Json.number(now, "bytesTotal"));
                        String state = Json.text(now, "state");
                        return state.equals(goal) || DEAD_ENDS.contains(state);
                    });
        }
    }

    JsonNode patiently(Supplier<JsonNode> question) {
        return patience.ask(question);
    }

    private static String counted(JsonNode now) {
        JsonNode counts = now.path("counts");
        return "%d conversations, %d artifacts"
                .formatted(Json.number(counts, "conversations"), Json.number(counts, "artifacts"));
    }
}
