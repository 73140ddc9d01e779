package io.artifactor.retention.batch;

import io.artifactor.identity.Caller;
import io.artifactor.operation.batch.WorkDispatcher;
import io.artifactor.retention.RetentionRun;
import io.artifactor.retention.RetentionRuns;
import io.artifactor.retention.RuleId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has rules run for those who ask. */
@ApplicationScoped
public class RetentionRunner {

    @Inject private RetentionRuns runs;
    @Inject private WorkDispatcher dispatcher;

    /** Puts a run in line and looks at once whether it can begin. */
    public RetentionRun start(Caller caller, RuleId rule) {
        RetentionRun queued = runs.start(caller, rule);
        dispatcher.wake();
        return queued;
    }
}
