package io.artifactor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets as many threads as there are connections do a subject again and again for some time. */
final class Load implements AutoCloseable {
    private final int connections;
    private final ExecutorService threads;
    private final SplittableRandom seeds = new SplittableRandom(42);

    Load(int connections) {
        this.connections = connections;
        threads = Executors.newFixedThreadPool(connections);
    }

    Sample run(Subject subject, int seconds) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<Callable<long[]>> work = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            SplittableRandom random = seeds.split();
            work.add(() -> repeat(subject, random, end));
        }
        List<long[]> parts = new ArrayList<>();
        for (Future<long[]> part : threads.invokeAll(work)) {
            parts.add(part.get());
        }
        long elapsed = System.nanoTime() - begun;
        return Sample.of(parts.stream().flatMapToLong(Arrays::stream).toArray(), elapsed);
    }

    private static long[] repeat(Subject subject, SplittableRandom random, long end)
            throws Exception {
        long[] took = new long[1024];
        int count = 0;
        long before = System.nanoTime();
        while (before < end) {
            subject.once(random);
            long after = System.nanoTime();
            if (count == took.length) {
                took = Arrays.copyOf(took, count * 2);
            }
            took[count] = after - before;
            count++;
            before = after;
        }
        return Arrays.copyOf(took, count);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
