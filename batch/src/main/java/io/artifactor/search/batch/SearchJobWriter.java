package io.artifactor.search.batch;

import io.artifactor.search.SearchWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Does with a chunk of things what the job is for. */
@Dependent
@Named("searchJobWriter")
public class SearchJobWriter extends AbstractItemWriter {

    @Inject @BatchProperty private String claim;
    @Inject private RunningSearchJob running;
    @Inject private SearchWork work;

    @Override
    public void writeItems(List<Object> items) {
        try {
            work.write(running.claim(claim), items.stream().map(UUID.class::cast).toList());
        } catch (RuntimeException e) {
            throw running.failed(e);
        }
    }
}
