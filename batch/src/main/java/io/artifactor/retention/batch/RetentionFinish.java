package io.artifactor.retention.batch;

import io.artifactor.retention.RetentionWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Brings a run to its end. */
@Dependent
@Named("retentionFinish")
public class RetentionFinish extends AbstractBatchlet {

    @Inject @BatchProperty private String claim;
    @Inject private RunningRetention running;
    @Inject private RetentionWork work;

    @Override
    public String process() {
        try {
            work.finish(running.claim(claim));
            return "DONE";
        } catch (RuntimeException e) {
            throw running.failed(e);
        }
    }
}
