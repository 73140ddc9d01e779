package io.artifactor.search.batch;

import io.artifactor.search.SearchClaim;
import io.artifactor.search.SearchJobClaims;
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
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the jobs of this server, of which at most one runs, and keeps its claim alive. A job whose
 * server is silent is taken up where it stands, by whichever server sees it first.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchJobDispatcher {

    private static final Logger LOG = Logger.getLogger(SearchJobDispatcher.class.getName());

    @Inject private RunningSearchJob running;
    @Inject private SearchJobClaims claims;

    /** Looks for work now instead of at the next tick. */
    @Asynchronous
    public void wake() {
        dispatch();
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void dispatch() {
        try {
            running.get().ifPresent(this::watch);
            if (running.get().isEmpty()) {
                claims.claim().ifPresent(this::launch);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Jobs of search cannot be looked after at the moment", e);
        }
    }

    private void watch(RunningSearchJob.Run run) {
        switch (statusOf(run.execution())) {
            case STARTING, STARTED, STOPPING -> claims.heartbeat(Set.of(run.claim().token()));
            case COMPLETED -> running.clear();
            case FAILED, STOPPED, ABANDONED -> {
                claims.interrupted(run.claim(), running.failure().orElse(null));
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

    private void launch(SearchClaim claim) {
        Properties parameters = new Properties();
        parameters.setProperty("claim", claim.token().toString());
        running.set(new RunningSearchJob.Run(claim, -1));
        try {
            JobOperator operator = BatchRuntime.getJobOperator();
            long execution = operator.start("search-job", parameters);
            running.set(new RunningSearchJob.Run(claim, execution));
            LOG.log(Level.INFO, "Job {0} of search begins", claim.job());
        } catch (BatchRuntimeException e) {
            running.clear();
            claims.interrupted(claim, "The job cannot be started");
            LOG.log(Level.SEVERE, "Job " + claim.job() + " of search cannot be started", e);
        }
    }
}
