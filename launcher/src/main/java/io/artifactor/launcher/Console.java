package io.artifactor.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * The only place of the launcher that writes to the terminal. Lines carry the seconds since the
 * start.
 */
final class Console implements Progress {
    private final PrintStream out;
    private final PrintStream err;
    private final long startNanos = System.nanoTime();

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static Console ofTerminal() {
        return new Console(System.out, System.err);
    }

    @Override
    public synchronized void line(String text) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", elapsed().toMillis() / 1000.0, text);
        out.flush();
    }

    /** A line that stands on its own, without the time. */
    synchronized void plain(String text) {
        out.println(text);
        out.flush();
    }

    synchronized void problem(String text) {
        err.println();
        err.println(text);
        err.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
