package io.artifactor.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps each node's keys those of the database: at start, every three seconds, and at once where
 * they were changed.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeyCare {

    private static final Logger LOG = Logger.getLogger(SigningKeyCare.class.getName());

    @Inject private SigningKeyRows rows;
    @Inject private KeyRing ring;

    @PostConstruct
    void load() {
        ring.replace(rows.all());
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void reload() {
        try {
            load();
        } catch (RuntimeException e) {
            // The database may be away; what was read before goes on.
            LOG.log(Level.FINE, "The signing keys cannot be read", e);
        }
    }

    /** What was changed here counts here at once. */
    public void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) SigningKeyRotated changed) {
        ring.replace(changed.keys());
    }
}
