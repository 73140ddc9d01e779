package io.artifactor.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A running child process and the log it writes. */
final class Child {
    private static final int LONGEST_TAIL_BYTES = 64 * 1024;

    /** One attempt to end a child: a signal and how long it may take to obey. */
    record Farewell(Signal signal, Duration patience) {}

    private final Part part;
    private final Process process;
    private final Path log;
    private final long logStart;

    private volatile boolean ready;

    private Child(Part part, Process process, Path log, long logStart) {
        this.part = part;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts the command with its output appended to the log and nothing to read. */
    static Child start(Part part, ProcessBuilder builder, Path log) {
        try {
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            builder.redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return new Child(part, Spawner.start(builder), log, logStart);
        } catch (IOException e) {
            throw new StartFailure(part.title() + " cannot be started: " + e.getMessage(), e);
        }
    }

    Part part() {
        return part;
    }

    Path log() {
        return log;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end, at most the given time, and says whether it came. */
    boolean endsWithin(Duration patience) {
        return new Family(List.of(handle())).goneWithin(patience);
    }

    void markReady() {
        ready = true;
    }

    boolean wasReady() {
        return ready;
    }

    /** Waits for the end: a process can be gone a moment before the JDK has asked for its code. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    /** What this run has logged so far, at most the last 64 kB. */
    String output() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(logStart, file.length() - LONGEST_TAIL_BYTES);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** The last lines of this run's log, with the log's name for whoever wants all of it. */
    String tail(int lines) {
        List<String> all = output().lines().toList();
        List<String> last = all.subList(Math.max(0, all.size() - lines), all.size());
        return "The end of %s:%n%s".formatted(log, String.join(System.lineSeparator(), last));
    }

    /**
     * Tries one farewell after the other and kills in the end; returns when the process and all it
     * started are gone. The process Elasticsearch is started by ends before Elasticsearch itself
     * does.
     */
    void end(List<Farewell> farewells) {
        Family family = family();
        for (Farewell farewell : farewells) {
            send(farewell.signal());
            if (family.goneWithin(farewell.patience())) {
                return;
            }
        }
        family.kill();
    }

    /** Kill -9 for the child and whatever it started itself, and waits until they are gone. */
    void kill() {
        family().kill();
    }

    /** The child and whatever it started itself. */
    Family family() {
        return Family.of(handle());
    }

    private void send(Signal signal) {
        // The JDK can send TERM and KILL only; kill is built into every shell.
        ProcessBuilder kill =
                new ProcessBuilder("/bin/sh", "-c", "kill -" + signal.name() + " " + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            kill.start().waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
