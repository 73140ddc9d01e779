package io.artifactor.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;

/**
 * Does the same for several things. One that is refused does not stop the others, and the exit code
 * is the first failure's; what would be the same for all of them ends it.
 */
final class OneByOne {

    private static final Set<ExitCode> THE_SAME_FOR_ALL =
            Set.of(ExitCode.FORBIDDEN, ExitCode.UNREACHABLE);

    private final Terminal terminal;
    private final ArrayNode items;
    private ExitCode verdict = ExitCode.OK;

    /**
     * @param items gets an entry for each failure, for a program
     */
    OneByOne(Terminal terminal, ArrayNode items) {
        this.terminal = terminal;
        this.items = items;
    }

    void run(String name, Runnable task) {
        if (THE_SAME_FOR_ALL.contains(verdict)) {
            return;
        }
        try {
            task.run();
        } catch (Failure failure) {
            terminal.note("artifactor: %s: %s".formatted(name, failure.text()));
            items.addObject().put("id", name).put("failure", failure.text());
            if (verdict == ExitCode.OK || THE_SAME_FOR_ALL.contains(failure.exitCode())) {
                verdict = failure.exitCode();
            }
        }
    }

    ExitCode verdict() {
        return verdict;
    }
}
