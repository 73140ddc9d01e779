package io.artifactor.operation.batch;

import io.artifactor.operation.ClaimedWork;
import io.artifactor.operation.WorkClaim;
import io.artifactor.operation.WorkClaims;
import io.artifactor.operation.batch.RunningWork.Execution;
import jakarta.batch.operations.BatchRuntimeException;
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
 * Starts the work of this server, of each kind one piece at a time, and keeps its claims alive. A
 * piece whose server is silent is taken up where it stands, by whichever server sees it first.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkDispatcher {

    private static final Logger LOG = Logger.getLogger(WorkDispatcher.class.getName());

    @Inject private RunningWork running;
    @Inject private WorkClaims claims;

    /** Looks for work now instead of at the next tick. */
    @Asynchronous
    public void wake() {
        dispatch();
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void dispatch() {
        running.works().forEach(this::dispatch);
    }

    private void dispatch(ClaimedWork work) {
        try {
            running.of(work).ifPresent(execution -> watch(work, execution));
            if (running.of(work).isEmpty()) {
                claims.claim(work).ifPresent(claim -> launch(work, claim));
            }
        } catch (RuntimeException e) {
            String message = "Work of %s cannot be looked after at the moment";
            LOG.log(Level.WARNING, message.formatted(work.kind()), e);
        }
    }

    private void watch(ClaimedWork work, Execution execution) {
        switch (statusOf(execution.id())) {
            case STARTING, STARTED, STOPPING -> claims.heartbeat(work, execution.claim());
            case COMPLETED -> running.end(work);
            case FAILED, STOPPED, ABANDONED -> {
                String problem = running.failure(execution.claim());
                claims.interrupted(work, execution.claim(), problem);
                running.end(work);
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

    private void launch(ClaimedWork work, WorkClaim claim) {
        Properties parameters = new Properties();
        parameters.setProperty("kind", work.kind());
        parameters.setProperty("claim", claim.token().toString());
        running.begin(work, new Execution(claim, -1));
        try {
            long execution = BatchRuntime.getJobOperator().start("claimed-work", parameters);
            running.begin(work, new Execution(claim, execution));
            LOG.log(Level.INFO, "Work {1} of {0} begins", new Object[] {work.kind(), claim.work()});
        } catch (BatchRuntimeException e) {
            running.end(work);
            claims.interrupted(work, claim, "The job cannot be started");
            String message = "Work %s of %s cannot be started";
            LOG.log(Level.SEVERE, message.formatted(claim.work(), work.kind()), e);
        }
    }
}
