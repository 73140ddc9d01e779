package io.artifactor.importing.batch;

import jakarta.annotation.PostConstruct;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Touches the job repository at start: the runtime settles the executions that a killed server left
 * as running only at its first call.
 */
@Singleton
@Startup
public class BatchRecovery {

    private static final Logger LOG = Logger.getLogger(BatchRecovery.class.getName());

    @PostConstruct
    void settle() {
        LOG.log(Level.FINE, "Jobs known: {0}", BatchRuntime.getJobOperator().getJobNames());
    }
}
