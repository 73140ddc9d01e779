package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does the same for several things. One that is refused does not stop the others, and the exit code
 * is the first failure's; what would be the same for all of them ends it.
 */
final class OneByOne {

    private static final Set<ExitCode> THE_SAME_FOR_ALL =
            Set.of(ExitCode.FORBIDDEN, ExitCode.UNREACHABLE);

    private final ServerCommand command;
    private final ObjectNode document = Json.object();
    private final ArrayNode items = document.putArray("items");
    private ExitCode verdict = ExitCode.OK;

    OneByOne(ServerCommand command) {
        this.command = command;
    }

    /**
     * Does one of them.
     *
     * @param name what the user calls it
     * @param forPeople prints what the task gave
     */
    void run(String name, Supplier<JsonNode> task, Consumer<JsonNode> forPeople) {
        if (isOver()) {
            return;
        }
        try {
            JsonNode done = task.get();
            items.add(done);
            if (!command.json()) {
                forPeople.accept(done);
            }
        } catch (Failure failure) {
            command.terminal().note("artifactor: %s: %s".formatted(name, failure.text()));
            items.addObject().put("of", name).put("failure", failure.text());
            if (verdict == ExitCode.OK || THE_SAME_FOR_ALL.contains(failure.exitCode())) {
                verdict = failure.exitCode();
            }
        }
    }

    /** Whether nothing more can come of it. */
    boolean isOver() {
        return THE_SAME_FOR_ALL.contains(verdict);
    }

    /** Prints all of it for a program: each thing, or why it is none. */
    ExitCode end() {
        if (command.json()) {
            command.terminal().json(document);
        }
        return verdict;
    }
}
