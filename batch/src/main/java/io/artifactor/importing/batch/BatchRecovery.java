package io.artifactor.importing.batch;

import jakarta.annotation.PostConstruct;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Touches the job repository at start: the runtime settles the executions that a killed server left
 * as running only at its first call.
 *
 * <p>It holds no transaction: the runtime probes for its tables, and a probe that fails would spoil
 * a surrounding one.
 */
@Singleton
@Startup
@DependsOn("artifactor-ejb.jar#SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class BatchRecovery {

    private static final Logger LOG = Logger.getLogger(BatchRecovery.class.getName());

    @PostConstruct
    void settle() {
        LOG.log(Level.FINE, "Jobs known: {0}", BatchRuntime.getJobOperator().getJobNames());
    }
}
