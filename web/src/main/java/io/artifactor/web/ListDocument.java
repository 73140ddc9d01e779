package io.artifactor.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.paging.Page;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@link PageLinks} repeats {@code next} as a link. */
@Schema(description = "One page of a list")
public record ListDocument<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(
                        nullable = true,
                        description = "The `cursor` of the next page; null on the last")
                @Nullable String next,
        @Schema(description = "How many items the whole list has, if `total=true` was asked for")
                @Nullable Long total)
        implements Paged {

    public ListDocument {
        items = List.copyOf(items);
    }

    @Override
    public OptionalLong counted() {
        return total == null ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** The page with its items shown by {@code shape}. */
    public static <T, R> ListDocument<R> of(Page<T> page, Function<T, R> shape) {
        Page<R> shaped = page.map(shape);
        return new ListDocument<>(
                shaped.items(),
                shaped.next().orElse(null),
                shaped.total().isPresent() ? shaped.total().getAsLong() : null);
    }

    /** A list that is always whole. */
    public static <T> ListDocument<T> whole(List<T> items) {
        return new ListDocument<>(items, null, null);
    }
}
