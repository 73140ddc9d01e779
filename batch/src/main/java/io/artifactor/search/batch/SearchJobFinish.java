package io.artifactor.search.batch;

import io.artifactor.search.SearchWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Brings the job to its end. */
@Dependent
@Named("searchJobFinish")
public class SearchJobFinish extends AbstractBatchlet {

    @Inject @BatchProperty private String claim;
    @Inject private RunningSearchJob running;
    @Inject private SearchWork work;

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
