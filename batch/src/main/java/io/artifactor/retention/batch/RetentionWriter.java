package io.artifactor.retention.batch;

import io.artifactor.retention.RetentionWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Does with a chunk of artifacts what the rule says. */
@Dependent
@Named("retentionWriter")
public class RetentionWriter extends AbstractItemWriter {

    @Inject @BatchProperty private String claim;
    @Inject private RunningRetention running;
    @Inject private RetentionWork work;

    @Override
    public void writeItems(List<Object> items) {
        try {
            work.write(running.claim(claim), items.stream().map(UUID.class::cast).toList());
        } catch (RuntimeException e) {
            throw running.failed(e);
        }
    }
}
