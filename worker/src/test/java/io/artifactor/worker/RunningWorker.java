package io.artifactor.worker;

import io.artifactor.preview.WorkerAnswer;
import io.artifactor.preview.WorkerCommand;
import io.artifactor.preview.WorkerFolders;
import io.artifactor.preview.WorkerJob;
import io.artifactor.preview.WorkerLimits;
import io.artifactor.preview.WorkerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** A worker that is replaced when it ended, as the server replaces it. */
final class RunningWorker implements AutoCloseable {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final WorkerCommand COMMAND =
            WorkerCommand.of(List.of("-cp", CLASS_PATH, "io.artifactor.worker.Main"));
    private static final WorkerFolders FOLDERS = new WorkerFolders(Path.of("target", "workers"));

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final WorkerLimits limits;
    private @Nullable WorkerProcess process;
    private int started;

    RunningWorker(WorkerLimits limits) {
        this.limits = limits;
    }

    /** With more patience than the server: the machines that test may be busy. */
    static RunningWorker usual() {
        return new RunningWorker(new WorkerLimits(Duration.ofSeconds(90), 5 * 1024 * 1024, 1000));
    }

    WorkerAnswer make(String kind, Path file, String mediaType) {
        WorkerProcess current = process;
        if (current == null || !current.isUsable()) {
            if (current != null) {
                current.close();
            }
            current = WorkerProcess.start(COMMAND, FOLDERS, limits, clock);
            process = current;
            started++;
        }
        return current.run(new WorkerJob(kind, file, mediaType));
    }

    int started() {
        return started;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        clock.shutdownNow();
    }
}
