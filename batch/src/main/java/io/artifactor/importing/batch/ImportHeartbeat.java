package io.artifactor.importing.batch;

import io.artifactor.importing.ImportClaims;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the claims of this server's running jobs alive, and of no others. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportHeartbeat {

    private static final Logger LOG = Logger.getLogger(ImportHeartbeat.class.getName());
    private static final Set<BatchStatus> ENDED =
            EnumSet.of(
                    BatchStatus.COMPLETED,
                    BatchStatus.FAILED,
                    BatchStatus.STOPPED,
                    BatchStatus.ABANDONED);

    @Inject private RunningImports running;
    @Inject private ImportClaims claims;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void beat() {
        try {
            running.all().stream()
                    .filter(ImportHeartbeat::isOver)
                    .forEach(it -> running.remove(it.claim().token().toString()));
            claims.heartbeat(running.tokens());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The claims of running imports cannot be renewed", e);
        }
    }

    /** A job that ended without its listener being asked would live on in its heartbeat. */
    private static boolean isOver(RunningImport it) {
        try {
            return it.execution().isPresent()
                    && ENDED.contains(
                            BatchRuntime.getJobOperator()
                                    .getJobExecution(it.execution().getAsLong())
                                    .getBatchStatus());
        } catch (BatchRuntimeException unknown) {
            return true;
        }
    }
}
