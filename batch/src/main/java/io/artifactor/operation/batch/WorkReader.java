package io.artifactor.operation.batch;

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

/** Hands the ids of all things to the job in order, beginning where the work stands. */
@Dependent
@Named("workReader")
public class WorkReader extends AbstractItemReader {

    /** As many as a chunk has, so that a wish to stop is seen with each. */
    private static final int PAGE = 100;

    @Inject @BatchProperty private String kind;
    @Inject @BatchProperty private String claim;
    @Inject private RunningWork running;

    private final Deque<UUID> page = new ArrayDeque<>();
    private Optional<UUID> last = Optional.empty();

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = Optional.empty();
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(running.ask(kind, claim, (work, held) -> work.next(held, last, PAGE)));
        }
        UUID next = page.poll();
        last = next == null ? last : Optional.of(next);
        return next;
    }
}
