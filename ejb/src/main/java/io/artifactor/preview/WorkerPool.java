package io.artifactor.preview;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Workers that wait for jobs. Safe for all threads; as many are started as ask at once. */
final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class.getName());

    private final WorkerCommand command;
    private final WorkerFolders folders;
    private final WorkerLimits limits;
    private final ScheduledExecutorService clock;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();

    WorkerPool(
            WorkerCommand command,
            WorkerFolders folders,
            WorkerLimits limits,
            ScheduledExecutorService clock) {
        this.command = command;
        this.folders = folders;
        this.limits = limits;
        this.clock = clock;
    }

    WorkerAnswer run(WorkerJob job) {
        WorkerProcess worker = take();
        boolean kept = false;
        try {
            WorkerAnswer answer = worker.run(job);
            kept = worker.isUsable();
            if (!answer.isReady() && !kept) {
                LOG.log(
                        Level.WARNING,
                        "A worker ended ({0}) making {1} of {2}",
                        new Object[] {answer.outcome(), job.kind(), job.file().getFileName()});
            }
            return answer;
        } finally {
            if (kept) {
                giveBack(worker);
            } else {
                worker.close();
            }
        }
    }

    private WorkerProcess take() {
        WorkerProcess waiting = next();
        while (waiting != null && !waiting.isUsable()) {
            waiting.close();
            waiting = next();
        }
        return waiting == null ? WorkerProcess.start(command, folders, limits, clock) : waiting;
    }

    private synchronized @Nullable WorkerProcess next() {
        return idle.poll();
    }

    private synchronized void giveBack(WorkerProcess worker) {
        idle.push(worker);
    }

    /** Ends those that wait; new ones are started when they are needed. */
    @Override
    public void close() {
        for (WorkerProcess worker = next(); worker != null; worker = next()) {
            worker.close();
        }
    }
}
