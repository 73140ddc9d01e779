package io.artifactor.retention;

import io.artifactor.paging.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a rule would take, while nothing is taken.
 *
 * @param at when it would be applied
 * @param count of all artifacts that would go, not only of those on the page
 * @param bytes of their current contents
 * @param held how many would go if no legal hold kept them
 */
public record Forecast(
        AgeRule rule, Instant at, long count, long bytes, long held, Page<Item> page) {

    /**
     * One artifact that is old enough.
     *
     * @param title empty for who may not read it
     * @param held whether a legal hold keeps it
     */
    public record Item(
            UUID id,
            UUID workspace,
            Optional<String> title,
            String kind,
            long size,
            Instant arrivedAt,
            boolean held) {}
}
