package io.artifactor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process and those it had started when it was looked at.
 *
 * <p>A zombie counts as gone. Orphans are inherited by process 1, and in many containers that one
 * never asks for their exit code, so that they stay in the table for good.
 */
record Family(List<ProcessHandle> members) {
    private static final Duration POLL = Duration.ofMillis(100);

    Family {
        members = List.copyOf(members);
    }

    static Family of(ProcessHandle process) {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            return new Family(Stream.concat(Stream.of(process), descendants).toList());
        }
    }

    boolean isGone() {
        return members.stream().allMatch(Family::isGone);
    }

    /** Asked twice: who is buried after the first answer is no zombie any more. */
    private static boolean isGone(ProcessHandle member) {
        return !member.isAlive() || isZombie(member.pid()) || !member.isAlive();
    }

    /** Waits until all are gone, at most the given time, and says whether they are. */
    boolean goneWithin(Duration patience) {
        CompletableFuture<Void> ends =
                CompletableFuture.allOf(
                        members.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new));
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isGone()) {
            long left = Math.min(deadline - System.nanoTime(), POLL.toNanos());
            if (left <= 0 || !await(ends, left)) {
                return false;
            }
        }
        return true;
    }

    /** Kill -9 for all of them; returns when they are gone. */
    void kill() {
        members.forEach(ProcessHandle::destroyForcibly);
        goneWithin(Duration.ofSeconds(10));
    }

    static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            // The name in parentheses may hold anything; the state follows it.
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    /** False when this thread is asked to give up. */
    private static boolean await(CompletableFuture<Void> ends, long nanos) {
        try {
            ends.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
