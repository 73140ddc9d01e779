package io.artifactor.paging;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after this one; empty on the last
 * @param total how many items the whole list has, if that was asked for
 */
public record Page<T>(List<T> items, Optional<String> next, OptionalLong total) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what a query with {@link PageRequest#rows()} found.
     *
     * @param list names the list with its order and all its filters
     * @param position where an item stands in the list
     */
    public static <T> Page<T> of(
            List<T> rows, PageRequest request, String list, Function<T, Cursor> position) {
        if (rows.size() <= request.size()) {
            return new Page<>(rows, Optional.empty(), OptionalLong.empty());
        }
        List<T> items = rows.subList(0, request.size());
        String next = position.apply(items.getLast()).encode(list);
        return new Page<>(items, Optional.of(next), OptionalLong.empty());
    }

    public Page<T> withTotal(long count) {
        return new Page<>(items, next, OptionalLong.of(count));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        List<R> changed = items.stream().<R>map(change).toList();
        return new Page<>(changed, next, total);
    }
}
