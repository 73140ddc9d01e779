package io.artifactor.retention.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.retention.AgeRule;
import io.artifactor.retention.Forecast;
import io.artifactor.web.Paged;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule would take, and when. */
@Schema(name = "RetentionForecast")
public record ForecastResponse(
        @Schema(description = "When it would be applied") Instant at,
        @Schema(description = "How many artifacts would go, on all pages") long count,
        @Schema(description = "Of their current contents") long bytes,
        @Schema(description = "How many more would go if no legal hold kept them") long held,
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(nullable = true, description = "The `cursor` of the next page")
                @Nullable String next)
        implements Paged {

    public ForecastResponse {
        items = List.copyOf(items);
    }

    @Override
    public OptionalLong counted() {
        return OptionalLong.of(count + held);
    }

    static ForecastResponse of(Forecast forecast) {
        return new ForecastResponse(
                forecast.at(),
                forecast.count(),
                forecast.bytes(),
                forecast.held(),
                forecast.page().items().stream()
                        .map(item -> Item.of(item, forecast.rule()))
                        .toList(),
                forecast.page().next().orElse(null));
    }

    /** One artifact that is old enough. */
    @Schema(name = "RetentionForecastItem")
    public record Item(
            UUID id,
            UUID workspaceId,
            @Schema(description = "Absent if you may not read it") @Nullable String title,
            String kind,
            long size,
            @Schema(description = "When it came into the library") Instant arrivedAt,
            @Schema(description = "Since when it is old enough") Instant dueAt,
            @Schema(description = "Whether a legal hold keeps it") boolean held) {

        static Item of(Forecast.Item item, AgeRule rule) {
            return new Item(
                    item.id(),
                    item.workspace(),
                    item.title().orElse(null),
                    item.kind(),
                    item.size(),
                    item.arrivedAt(),
                    rule.dueAt(item.arrivedAt()),
                    item.held());
        }
    }
}
