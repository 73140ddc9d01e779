package io.artifactor.capture.rest;

import io.artifactor.capture.CaptureOutcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one form of answer the extension understands.
 *
 * @param timestamp in milliseconds
 */
record CaptureAnswer(boolean success, @Nullable Data data, @Nullable String error, long timestamp) {

    /** How many artifacts became what, and what each became. */
    record Data(int received, Map<String, Long> counts, List<Item> artifacts) {}

    record Item(String id, String status, @Nullable UUID artifactId, @Nullable String reason) {

        static Item of(CaptureOutcome outcome) {
            return new Item(
                    outcome.id(),
                    outcome.status().id(),
                    outcome.artifact() == null ? null : outcome.artifact().value(),
                    outcome.reason());
        }
    }

    static CaptureAnswer of(List<CaptureOutcome> outcomes, long at) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Arrays.stream(CaptureOutcome.Status.values()).forEach(it -> counts.put(it.id(), 0L));
        outcomes.forEach(it -> counts.merge(it.status().id(), 1L, Long::sum));
        Data data = new Data(outcomes.size(), counts, outcomes.stream().map(Item::of).toList());
        return new CaptureAnswer(true, data, null, at);
    }

    static CaptureAnswer refusal(String error, long at) {
        return new CaptureAnswer(false, null, error, at);
    }
}
