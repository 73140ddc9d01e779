package io.artifactor.artifact.batch;

import io.artifactor.artifact.ArtifactPurge;
import io.artifactor.artifact.BlobCollector;
import io.artifactor.artifact.BlobCollector.Collected;
import io.artifactor.quota.Holder;
import io.artifactor.quota.UseRecount;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Purges by the hour what the trash has let go of and removes content nothing refers to, in batches
 * with a transaction each. Several nodes may try at once: rows and an advisory lock keep them
 * apart.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LibrarySweep {

    private static final Logger LOG = Logger.getLogger(LibrarySweep.class.getName());
    private static final int BATCH = 200;
    private static final Duration ABANDONED_AFTER = Duration.ofHours(24);
    private static final Duration SCHEDULED_RUN = Duration.ofMinutes(30);

    @Inject private ArtifactPurge purge;
    @Inject private BlobCollector collector;
    @Inject private BlobStore store;
    @Inject private UseRecount recount;

    @Schedule(hour = "*", minute = "7", persistent = false)
    void hourly() {
        attempt(false);
    }

    /** Looking at every file takes long on a large store, so once a day. */
    @Schedule(hour = "3", minute = "37", persistent = false)
    void daily() {
        attempt(true);
    }

    /** Purges what the trash has let go of now instead of at the next hour. */
    @Asynchronous
    public void wake() {
        attempt(false);
    }

    private void attempt(boolean thorough) {
        try {
            SweepReport report = sweep(SCHEDULED_RUN, thorough);
            LOG.log(Level.INFO, "Swept: {0}", report);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The library cannot be swept at the moment", e);
        }
    }

    /**
     * Sweeps for as long as there is something to remove, but no longer than the given time.
     *
     * @param thorough whether also to look for stored content that no row names
     */
    public SweepReport sweep(Duration atMost, boolean thorough) {
        Instant end = Instant.now().plus(atMost);
        int held = purge.keepHeld();
        int artifacts = 0;
        int purged = BATCH;
        while (purged == BATCH && Instant.now().isBefore(end)) {
            purged = purge.purgeExpired(BATCH);
            artifacts += purged;
        }
        int recounted = 0;
        if (thorough) {
            noteUnnamed(end);
            recounted = recount();
        }
        int blobs = 0;
        long bytes = 0;
        Collected turn;
        do {
            turn = collector.collect(BATCH);
            blobs += turn.removed();
            bytes += turn.bytes();
        } while (turn.seen() == BATCH && Instant.now().isBefore(end));
        int files = store.sweepTemporary(Instant.now().minus(ABANDONED_AFTER));
        boolean complete = purged < BATCH && turn.seen() < BATCH;
        return new SweepReport(artifacts, held, blobs, bytes, files, recounted, complete);
    }

    /** Each in a transaction of its own, so that nobody waits for more than one. */
    private int recount() {
        int mended = 0;
        for (Holder holder : recount.drifted()) {
            mended += recount.mend(holder) ? 1 : 0;
        }
        return mended;
    }

    private void noteUnnamed(Instant end) {
        try (Stream<Sha256> stored = store.list()) {
            Iterator<Sha256> all = stored.iterator();
            List<Sha256> batch = new ArrayList<>();
            while (all.hasNext() && Instant.now().isBefore(end)) {
                batch.add(all.next());
                if (batch.size() == BATCH || !all.hasNext()) {
                    collector.noteUnnamed(batch);
                    batch.clear();
                }
            }
        }
    }
}
