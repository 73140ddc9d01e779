package io.artifactor.search.batch;

import io.artifactor.search.SearchWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands the ids of all things to the job in order, beginning where it stands. */
@Dependent
@Named("searchJobReader")
public class SearchJobReader extends AbstractItemReader {

    /** As many as a chunk has, so that a wish to stop is seen with each. */
    private static final int PAGE = 100;

    @Inject @BatchProperty private String claim;
    @Inject private RunningSearchJob running;
    @Inject private SearchWork work;

    private final Deque<UUID> page = new ArrayDeque<>();
    private Optional<UUID> last = Optional.empty();

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = Optional.empty();
    }

    @Override
    public @Nullable Object readItem() {
        try {
            if (page.isEmpty()) {
                page.addAll(work.next(running.claim(claim), last, PAGE));
            }
            UUID next = page.poll();
            last = next == null ? last : Optional.of(next);
            return next;
        } catch (RuntimeException e) {
            throw running.failed(e);
        }
    }
}
