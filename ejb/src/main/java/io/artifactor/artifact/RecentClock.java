package io.artifactor.artifact;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has what users opened written down every few seconds, for all of them together. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecentClock {

    private static final Logger LOG = Logger.getLogger(RecentClock.class.getName());

    @EJB private RecentArtifacts recent;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void writeDown() {
        try {
            recent.writeDown();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What users opened lately cannot be written down", e);
        }
    }
}
