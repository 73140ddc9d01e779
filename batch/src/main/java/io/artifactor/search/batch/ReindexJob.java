package io.artifactor.search.batch;

import io.artifactor.identity.Caller;
import io.artifactor.operation.batch.WorkDispatcher;
import io.artifactor.search.SearchJob;
import io.artifactor.search.SearchUpkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts the jobs of search for administrators. */
@ApplicationScoped
public class ReindexJob {

    @Inject private SearchUpkeep upkeep;
    @Inject private WorkDispatcher dispatcher;

    /** Puts the job in line and looks at once whether it can begin. */
    public SearchJob start(Caller caller, SearchJob.Kind kind) {
        SearchJob queued = upkeep.start(caller, kind);
        dispatcher.wake();
        return queued;
    }
}
