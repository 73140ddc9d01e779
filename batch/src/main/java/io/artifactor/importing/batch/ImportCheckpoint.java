package io.artifactor.importing.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;

/** Ends a chunk when it weighs enough: a conversation may be a line or sixty megabytes. */
@Dependent
@Named("importCheckpoint")
public class ImportCheckpoint extends AbstractCheckpointAlgorithm {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Inject @BatchProperty private String claim;
    @Inject private RunningImports imports;

    @Override
    public int checkpointTimeout() {
        return Math.toIntExact(LONGEST.toSeconds());
    }

    @Override
    public boolean isReadyToCheckpoint() {
        return imports.get(claim).chunk().isFull();
    }
}
