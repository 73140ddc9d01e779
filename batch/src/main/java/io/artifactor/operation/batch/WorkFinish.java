package io.artifactor.operation.batch;

import io.artifactor.operation.ClaimedWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Brings the work to its end. */
@Dependent
@Named("workFinish")
public class WorkFinish extends AbstractBatchlet {

    @Inject @BatchProperty private String kind;
    @Inject @BatchProperty private String claim;
    @Inject private RunningWork running;

    @Override
    public String process() {
        running.run(kind, claim, ClaimedWork::finish);
        return "DONE";
    }
}
