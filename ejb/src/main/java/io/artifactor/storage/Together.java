package io.artifactor.storage;

import java.io.IOException;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the disk with several threads at once. A file system writes its journal once for all
 * that wait for it, so that forcing files together takes a tenth of forcing them in turn.
 *
 * <p>The calling thread works too and waits only for work that has begun: an executor with no
 * thread to spare slows it down and cannot stop it. Safe for all threads.
 */
final class Together {

    private static final int HELPERS = 15;
    private static final int TOO_FEW = 4;

    private final Executor executor;

    Together(Executor executor) {
        this.executor = executor;
    }

    /** Something to do with one element that may wait for the disk. */
    @FunctionalInterface
    interface Work<T> {
        void on(T element) throws IOException;
    }

    /**
     * Does the work on every element, in no order.
     *
     * @throws IOException of the first element that failed; the others are done or failed too
     */
    <T> void each(Collection<T> elements, Work<T> work) throws IOException {
        Run<T> run = new Run<>(elements, work);
        int helpers = elements.size() < TOO_FEW ? 0 : Math.min(HELPERS, elements.size() - 1);
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(run::drain);
            }
        } catch (RejectedExecutionException full) {
            // Then with fewer, or alone.
        }
        run.drain();
        run.await();
    }

    private static final class Run<T> {

        private final Queue<T> left;
        private final CountDownLatch undone;
        private final Work<T> work;
        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

        Run(Collection<T> elements, Work<T> work) {
            this.left = new ConcurrentLinkedQueue<>(elements);
            this.undone = new CountDownLatch(elements.size());
            this.work = work;
        }

        void drain() {
            for (T element = left.poll(); element != null; element = left.poll()) {
                try {
                    work.on(element);
                } catch (IOException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    undone.countDown();
                }
            }
        }

        void await() throws IOException {
            try {
                undone.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while waiting for the disk", e);
            }
            switch (failure.get()) {
                case null -> {}
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Exception e -> throw new IllegalStateException(e);
            }
        }
    }
}
