package io.artifactor.search.batch;

import io.artifactor.search.SearchWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Gets everything ready for the job. */
@Dependent
@Named("searchJobPrepare")
public class SearchJobPrepare extends AbstractBatchlet {

    @Inject @BatchProperty private String claim;
    @Inject private RunningSearchJob running;
    @Inject private SearchWork work;

    @Override
    public String process() {
        try {
            work.prepare(running.claim(claim));
            return "DONE";
        } catch (RuntimeException e) {
            throw running.failed(e);
        }
    }
}
