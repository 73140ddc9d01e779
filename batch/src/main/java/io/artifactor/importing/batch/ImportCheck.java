package io.artifactor.importing.batch;

import io.artifactor.importing.ImportWork;
import io.artifactor.importing.batch.RunningImport.End;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Reads the file to its end before anything of it is brought in: a file that is refused at its last
 * byte must leave nothing half-done.
 */
@Dependent
@Named("importCheck")
public class ImportCheck extends AbstractBatchlet {

    @Inject @BatchProperty private String claim;
    @Inject private RunningImports imports;
    @Inject private ImportWork work;

    private volatile boolean stopping;

    @Override
    public String process() {
        RunningImport running = imports.get(claim);
        try {
            switch (work.check(running.claim(), () -> stopping)) {
                case SOUND -> {}
                case STOPPED -> running.ends(End.STOPPED);
                case INTERRUPTED -> throw new IllegalStateException("The server is stopping");
            }
            return "CHECKED";
        } catch (RuntimeException e) {
            running.failed(e);
            throw e;
        }
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
