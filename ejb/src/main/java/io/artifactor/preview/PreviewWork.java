package io.artifactor.preview;

import io.artifactor.storage.BlobStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes what waits to be made, on every node, as many at once as there may be workers. Holds no
 * transaction while a worker works.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PreviewWork {

    private static final Logger LOG = Logger.getLogger(PreviewWork.class.getName());

    private static final Duration IDLE = Duration.ofMinutes(2);

    @Resource private ManagedExecutorService executor;
    @Resource private ManagedScheduledExecutorService clock;

    @Inject private PreviewSettings settings;
    @Inject private PreviewRows rows;
    @Inject private BlobStore store;

    private Semaphore free = new Semaphore(0);
    private @Nullable WorkerPool pool;
    private volatile boolean stopped;
    private volatile Instant lastWork = Instant.EPOCH;

    @PostConstruct
    void prepare() {
        free = new Semaphore(settings.workers());
        if (settings.workers() > 0) {
            WorkerFolders folders = settings.folders();
            folders.deleteLeft(Instant.now());
            pool = new WorkerPool(settings.command(), folders, WorkerLimits.USUAL, clock);
        } else {
            LOG.info(
                    "No worker is configured: there are no previews, and documents are not searched");
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        closeIdle();
    }

    /** Says that there is something to make; returns at once. */
    public void wake() {
        if (!stopped && free.tryAcquire()) {
            executor.execute(this::makeAll);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void lookAround() {
        wake();
    }

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void tidy() {
        try {
            rows.giveUp();
            if (Instant.now().isAfter(lastWork.plus(IDLE))) {
                closeIdle();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Previews cannot be tidied at the moment", e);
        }
    }

    private void closeIdle() {
        if (pool != null) {
            pool.close();
        }
    }

    private void makeAll() {
        try {
            Optional<PreviewTask> task = rows.claim();
            while (task.isPresent() && !stopped) {
                wake();
                lastWork = Instant.now();
                rows.finish(task.get(), make(task.get()));
                task = rows.claim();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Previews cannot be made at the moment", e);
        } finally {
            free.release();
        }
    }

    private WorkerAnswer make(PreviewTask task) {
        Optional<Path> file = store.file(task.content());
        WorkerPool workers = pool;
        if (file.isEmpty() || workers == null) {
            return WorkerAnswer.failed("unsupported");
        }
        return workers.run(new WorkerJob(task.kind(), file.get(), task.sourceType()));
    }
}
