package io.artifactor.retention.batch;

import io.artifactor.retention.RetentionWork;
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

/** Hands the ids of what is old enough to the job in order, beginning where the run stands. */
@Dependent
@Named("retentionReader")
public class RetentionReader extends AbstractItemReader {

    /** As many as a chunk has, so that a wish to stop is seen with each. */
    private static final int PAGE = 100;

    @Inject @BatchProperty private String claim;
    @Inject private RunningRetention running;
    @Inject private RetentionWork work;

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
