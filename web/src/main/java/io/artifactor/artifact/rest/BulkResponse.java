package io.artifactor.artifact.rest;

import io.artifactor.artifact.BulkItem;
import io.artifactor.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each of many artifacts, in the order asked for. */
@Schema(name = "BulkResult")
public record BulkResponse(
        List<Item> items,
        @Schema(description = "How many items have which outcome; those with none are left out")
                Map<String, Integer> counts) {

    public BulkResponse {
        items = List.copyOf(items);
        counts = Map.copyOf(counts);
    }

    static BulkResponse of(List<BulkItem> items) {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(item.outcome().id(), 1, Integer::sum));
        return new BulkResponse(items.stream().map(Item::of).toList(), counts);
    }

    /** What became of one. */
    @Schema(name = "BulkItem")
    public record Item(
            UUID id,
            @Schema(enumeration = {"done", "notFound", "refused", "failed"}) String outcome,
            @Schema(description = "Why it was refused or failed") @Nullable Reason problem) {

        static Item of(BulkItem item) {
            return new Item(
                    item.id(), item.outcome().id(), item.problem().map(Reason::of).orElse(null));
        }
    }

    /** Why something was not done. */
    @Schema(name = "BulkReason")
    public record Reason(
            @Schema(examples = "forbidden") String code,
            @Schema(description = "What was wrong and what was expected") String detail) {

        static Reason of(Problem problem) {
            return new Reason(problem.code().id(), problem.detail());
        }
    }
}
