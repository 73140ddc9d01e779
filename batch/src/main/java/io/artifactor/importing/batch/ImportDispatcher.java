package io.artifactor.importing.batch;

import io.artifactor.importing.Claim;
import io.artifactor.importing.ImportClaims;
import io.artifactor.importing.ImportSettings;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the jobs of this server: first what a silent server left, then what stands in line, as
 * many as may run at a time.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportDispatcher {

    private static final Logger LOG = Logger.getLogger(ImportDispatcher.class.getName());

    private final String node = UUID.randomUUID().toString();

    @Inject private RunningImports running;
    @Inject private ImportClaims claims;
    @Inject private ImportSettings settings;

    /** Looks for work now instead of at the next tick. */
    @Asynchronous
    public void wake() {
        dispatch();
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void dispatch() {
        try {
            while (running.size() < settings.concurrency()) {
                Optional<Claim> claim =
                        claims.claimAbandoned(node).or(() -> claims.claimQueued(node));
                if (claim.isEmpty()) {
                    return;
                }
                launch(claim.get());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "No import can be started at the moment", e);
        }
    }

    private void launch(Claim claim) {
        RunningImport added = running.add(claim);
        try {
            long execution = start(claim);
            added.runsAs(execution);
            claims.begun(claim, execution);
        } catch (BatchRuntimeException e) {
            running.remove(claim.token().toString());
            LOG.log(Level.SEVERE, "Import " + claim.importId() + " cannot be started", e);
        }
    }

    private static long start(Claim claim) {
        JobOperator operator = BatchRuntime.getJobOperator();
        Properties parameters = new Properties();
        parameters.setProperty("import", claim.importId().toString());
        parameters.setProperty("claim", claim.token().toString());
        if (claim.interrupted().isPresent()) {
            try {
                return operator.restart(claim.interrupted().getAsLong(), parameters);
            } catch (BatchRuntimeException e) {
                // Another server's, or ended: a new execution goes on where the import stands.
                LOG.log(Level.FINE, "A new execution instead of a restart", e);
            }
        }
        return operator.start("import", parameters);
    }
}
