package io.artifactor.bench;

import java.time.Duration;
import java.util.Locale;

/** The only place of the benchmark that writes to the terminal, or lets time pass. */
final class Terminal {

    private Terminal() {}

    static void say(String line) {
        System.out.println(line);
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    static void problem(String line) {
        System.err.println(line);
    }

    /** Between two questions to a server. */
    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
