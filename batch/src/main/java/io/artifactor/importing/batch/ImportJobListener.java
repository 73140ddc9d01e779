package io.artifactor.importing.batch;

import io.artifactor.importing.ClaimLost;
import io.artifactor.importing.ImportClaims;
import io.artifactor.importing.ImportFailures;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says of the import how its job ended. What ends without a word keeps its claim, which nobody
 * renews any more: after a while it is taken up again where it stands.
 */
@Dependent
@Named("importJobListener")
public class ImportJobListener extends AbstractJobListener {

    private static final Logger LOG = Logger.getLogger(ImportJobListener.class.getName());

    @Inject @BatchProperty private String claim;
    @Inject private RunningImports imports;
    @Inject private ImportClaims claims;
    @Inject private ImportDispatcher dispatcher;

    @Override
    public void afterJob() {
        imports.remove(claim).ifPresent(this::settle);
        dispatcher.wake();
    }

    private void settle(RunningImport running) {
        if (running.failure().isPresent()) {
            settle(running, running.failure().get());
            return;
        }
        switch (running.end()) {
            case WHOLE_FILE -> claims.end(running.claim(), true);
            case STOPPED -> claims.end(running.claim(), false);
            case NONE -> LOG.log(Level.INFO, "Import {0} waits", running.claim().importId());
        }
    }

    private void settle(RunningImport running, RuntimeException failure) {
        switch (ImportFailures.of(failure)) {
            case ClaimLost lost -> LOG.log(Level.WARNING, lost.getMessage());
            case Problem problem when problem.code() == ProblemCode.UNAVAILABLE ->
                    LOG.log(Level.WARNING, "An import waits and is tried again", failure);
            case Problem problem -> {
                LOG.log(levelOf(problem), "Import " + running.claim().importId(), failure);
                claims.fail(running.claim(), problem.code(), problem.detail());
            }
            default -> throw new IllegalStateException(failure);
        }
    }

    private static Level levelOf(Problem problem) {
        return problem.code() == ProblemCode.INTERNAL ? Level.SEVERE : Level.INFO;
    }
}
