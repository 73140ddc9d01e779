package io.artifactor.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much has been read and not yet written: a chunk is full when its records are many, came from
 * many bytes, or the first of them has waited long. Memory and what a crash costs stay small, and
 * so does what one more transaction costs. Used by one thread.
 */
public final class ChunkWeight {

    static final int RECORDS = 200;
    static final long BYTES = 4L << 20;
    static final Duration WAIT = Duration.ofSeconds(5);

    private final Clock clock;

    private int records;
    private long bytes;
    private @Nullable Instant since;

    public ChunkWeight(Clock clock) {
        this.clock = clock;
    }

    public void add(ReadRecord read) {
        if (since == null) {
            since = clock.instant();
        }
        records++;
        bytes += read.weight();
    }

    public boolean isFull() {
        if (records == 0) {
            return false;
        }
        Instant first = Objects.requireNonNull(since, "a record without a time");
        return records >= RECORDS || bytes >= BYTES || !clock.instant().isBefore(first.plus(WAIT));
    }

    /** What was read is written. */
    public void clear() {
        records = 0;
        bytes = 0;
        since = null;
    }
}
