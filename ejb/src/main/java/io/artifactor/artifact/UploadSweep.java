package io.artifactor.artifact;

import io.artifactor.storage.PartFiles;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes uploads nobody went on with, and parts that belong to none. Every node may do so. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadSweep {

    private static final Logger LOG = Logger.getLogger(UploadSweep.class.getName());

    /** Longer than any request can be silent. */
    private static final Duration ORPHANED_AFTER = Duration.ofHours(1);

    @Inject private UploadRows rows;
    @Inject private PartFiles parts;

    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false)
    void sweep() {
        try {
            rows.removeExpired().forEach(parts::delete);
            List<UUID> old = parts.untouchedSince(Instant.now().minus(ORPHANED_AFTER));
            Set<UUID> orphans = new HashSet<>(old);
            orphans.removeAll(rows.known(old));
            orphans.forEach(parts::delete);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Abandoned uploads cannot be removed at the moment", e);
        }
    }
}
