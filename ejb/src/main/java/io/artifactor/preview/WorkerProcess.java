package io.artifactor.preview;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One worker and the frames exchanged with it: each a length of four bytes and so many bytes. For
 * one thread at a time.
 *
 * <p>A worker ends by itself when its input ends, and that happens however this process ends; it
 * need not be told to die with its parent.
 */
public final class WorkerProcess implements AutoCloseable {

    /** With which the JVM ends when asked to on the first OutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int HEADER = 1024;
    private static final int SECONDS_TO_END = 5;

    private final Process process;
    private final WorkerFolders folders;
    private final Path folder;
    private final WorkerLimits limits;
    private final ScheduledExecutorService clock;
    private final DataOutputStream jobs;
    private final DataInputStream answers;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean broken;

    private WorkerProcess(
            Process process,
            WorkerFolders folders,
            Path folder,
            WorkerLimits limits,
            ScheduledExecutorService clock) {
        this.process = process;
        this.folders = folders;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** Starts one with nothing of this process' environment: that holds passwords. */
    public static WorkerProcess start(
            WorkerCommand command,
            WorkerFolders folders,
            WorkerLimits limits,
            ScheduledExecutorService clock) {
        try {
            Path folder = folders.create();
            List<String> words = command.words(folder);
            ProcessBuilder builder =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(Map.of("LANG", "C.UTF-8", "PATH", "/usr/bin:/bin"));
            return new WorkerProcess(builder.start(), folders, folder, limits, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("No worker can be started", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Whether another job may be given to it. */
    public boolean isUsable() {
        return !broken && done.get() < limits.jobs() && process.isAlive();
    }

    /** Waits for the answer, which comes in time or says why not. */
    public WorkerAnswer run(WorkerJob job) {
        done.incrementAndGet();
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm =
                clock.schedule(() -> end(late), limits.time().toMillis(), TimeUnit.MILLISECONDS);
        try {
            byte[] frame = job.frame(limits.mostBytes());
            jobs.writeInt(frame.length);
            jobs.write(frame);
            jobs.flush();
            return answer();
        } catch (IOException ended) {
            broken = true;
            return WorkerAnswer.failed(late.get() ? WorkerAnswer.TIMEOUT : cause());
        } finally {
            alarm.cancel(false);
        }
    }

    private void end(AtomicBoolean late) {
        late.set(true);
        process.destroyForcibly();
    }

    private WorkerAnswer answer() throws IOException {
        int length = answers.readInt();
        if (length < 0 || length > limits.mostBytes() + HEADER) {
            throw new IOException("No answer of a worker");
        }
        byte[] frame = new byte[length];
        answers.readFully(frame);
        return WorkerAnswer.read(frame);
    }

    private String cause() {
        return ended() && process.exitValue() == OUT_OF_MEMORY
                ? WorkerAnswer.MEMORY
                : WorkerAnswer.CRASHED;
    }

    private boolean ended() {
        try {
            return process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ended();
        folders.delete(folder);
    }
}
