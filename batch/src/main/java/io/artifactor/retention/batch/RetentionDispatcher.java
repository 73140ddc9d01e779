package io.artifactor.retention.batch;

import io.artifactor.retention.RetentionClaim;
import io.artifactor.retention.RetentionClaims;
import io.artifactor.retention.RetentionRuns;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts rules in line whose time has come, and works on one run at a time. A run whose server is
 * silent is taken up where it stands, by whichever server sees it first.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionDispatcher {

    private static final Logger LOG = Logger.getLogger(RetentionDispatcher.class.getName());

    @Inject private RunningRetention running;
    @Inject private RetentionClaims claims;
    @Inject private RetentionRuns runs;

    /** Looks for work now instead of at the next tick. */
    @Asynchronous
    public void wake() {
        dispatch();
    }

    @Schedule(hour = "*", minute = "*", second = "1/5", persistent = false)
    void dispatch() {
        try {
            running.get().ifPresent(this::watch);
            runs.queueDue();
            if (running.get().isEmpty()) {
                claims.claim().ifPresent(this::launch);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Rules of age cannot be looked after at the moment", e);
        }
    }

    private void watch(RunningRetention.Execution execution) {
        switch (statusOf(execution.id())) {
            case STARTING, STARTED, STOPPING -> claims.heartbeat(execution.claim());
            case COMPLETED -> running.clear();
            case FAILED, STOPPED, ABANDONED -> {
                claims.interrupted(execution.claim(), running.failure());
                running.clear();
            }
        }
    }

    private static BatchStatus statusOf(long execution) {
        try {
            return BatchRuntime.getJobOperator().getJobExecution(execution).getBatchStatus();
        } catch (BatchRuntimeException unknown) {
            return BatchStatus.ABANDONED;
        }
    }

    private void launch(RetentionClaim claim) {
        Properties parameters = new Properties();
        parameters.setProperty("claim", claim.token().toString());
        running.set(new RunningRetention.Execution(claim, -1));
        try {
            JobOperator operator = BatchRuntime.getJobOperator();
            long execution = operator.start("retention-job", parameters);
            running.set(new RunningRetention.Execution(claim, execution));
            LOG.log(Level.INFO, "Run {0} of a rule of age begins", claim.run());
        } catch (BatchRuntimeException e) {
            running.clear();
            claims.interrupted(claim, "The job cannot be started");
            LOG.log(Level.SEVERE, "Run " + claim.run() + " of a rule cannot be started", e);
        }
    }
}
