package io.artifactor.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A running child process and the log it writes. */
final class Child {
    /** One attempt to end a child: a signal and how long it may take to obey. */
    record Farewell(Signal signal, Duration patience) {}

    private final Part part;
    private final Process process;
    private final ConsoleLog log;

    private volatile boolean ready;

    private Child(Part part, Process process, ConsoleLog log) {
        this.part = part;
        this.process = process;
        this.log = log;
    }

    /** Starts the command with its output appended to the log and nothing to read. */
    static Child start(Part part, ProcessBuilder builder, Path log) {
        try {
            ConsoleLog console = ConsoleLog.at(log);
            builder.redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return new Child(part, Spawner.start(builder), console);
        } catch (IOException e) {
            throw new StartFailure(part.title() + " cannot be started: " + e.getMessage(), e);
        }
    }

    Part part() {
        return part;
    }

    Path log() {
        return log.path();
    }

    /** Keeps what it says from filling the disk. */
    void limitLog() throws IOException {
        log.limit(ConsoleLog.LARGEST_BYTES);
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
        return log.tail();
    }

    /** The last lines of this run's log, with the log's name for whoever wants all of it. */
    String tail(int lines) {
        List<String> all = output().lines().toList();
        List<String> last = all.subList(Math.max(0, all.size() - lines), all.size());
        return "The end of %s:%n%s".formatted(log(), String.join(System.lineSeparator(), last));
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
