package io.artifactor.operation.batch;

import io.artifactor.operation.ClaimedWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Has the work get ready. */
@Dependent
@Named("workPrepare")
public class WorkPrepare extends AbstractBatchlet {

    @Inject @BatchProperty private String kind;
    @Inject @BatchProperty private String claim;
    @Inject private RunningWork running;

    @Override
    public String process() {
        running.run(kind, claim, ClaimedWork::prepare);
        return "DONE";
    }
}
