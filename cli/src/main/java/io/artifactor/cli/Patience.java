package io.artifactor.cli;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks, and asks again while the server is away or overburdened, ever more slowly. */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final Duration longest;

    /**
     * @param longest how long the server may be away
     */
    Patience(Surroundings surroundings, Duration longest) {
        this.surroundings = surroundings;
        this.longest = longest;
    }

    <T> T ask(Supplier<T> question) {
        Terminal terminal = surroundings.terminal();
        Duration waited = Duration.ZERO;
        Duration wait = FIRST_PAUSE;
        while (true) {
            try {
                T answer = question.get();
                if (waited.isPositive()) {
                    terminal.note("The server is back.");
                }
                return answer;
            } catch (Failure failure) {
                if (!failure.temporary() || waited.compareTo(longest) >= 0) {
                    throw failure;
                }
                if (waited.isZero()) {
                    terminal.note(
                            "%s Asking again for up to %d seconds."
                                    .formatted(failure.text(), longest.toSeconds()));
                }
                surroundings.pause().accept(wait);
                waited = waited.plus(wait);
                wait = longer(wait);
            }
        }
    }

    /** Asks until the answer will do. */
    <T> T until(Supplier<T> question, Predicate<T> enough) {
        Duration wait = FIRST_PAUSE;
        while (true) {
            T answer = ask(question);
            if (enough.test(answer)) {
                return answer;
            }
            surroundings.pause().accept(wait);
            wait = longer(wait);
        }
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
