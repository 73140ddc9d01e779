package io.artifactor.retention.batch;

import io.artifactor.operation.batch.WorkDispatcher;
import io.artifactor.retention.RetentionRuns;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts rules in line whose time has come. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueRules {

    private static final Logger LOG = Logger.getLogger(DueRules.class.getName());

    @Inject private RetentionRuns runs;
    @Inject private WorkDispatcher dispatcher;

    @Schedule(hour = "*", minute = "*", second = "1/5", persistent = false)
    void queue() {
        try {
            if (runs.queueDue() > 0) {
                dispatcher.wake();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Rules of age cannot be looked after at the moment", e);
        }
    }
}
