package io.artifactor.operation.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Does with a chunk of things what the work is for. */
@Dependent
@Named("workWriter")
public class WorkWriter extends AbstractItemWriter {

    @Inject @BatchProperty private String kind;
    @Inject @BatchProperty private String claim;
    @Inject private RunningWork running;

    @Override
    public void writeItems(List<Object> items) {
        List<UUID> ids = items.stream().map(UUID.class::cast).toList();
        running.run(kind, claim, (work, held) -> work.write(held, ids));
    }
}
