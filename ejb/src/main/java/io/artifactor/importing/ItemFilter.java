package io.artifactor.importing;

import io.artifactor.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which lines of a ledger are asked for; empty asks for all. */
public record ItemFilter(Optional<Outcome> outcome, Optional<ItemKind> kind) {

    /** As an edge receives it; nothing and an empty text ask for all. */
    public static ItemFilter of(@Nullable String outcome, @Nullable String kind) {
        return new ItemFilter(
                named("outcome", outcome, Outcome.values(), Outcome::id),
                named("kind", kind, ItemKind.values(), ItemKind::id));
    }

    private static <T> Optional<T> named(
            String field, @Nullable String name, T[] all, Function<T, String> id) {
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        for (T value : all) {
            if (id.apply(value).equals(name)) {
                return Optional.of(value);
            }
        }
        String known = Arrays.stream(all).map(id).collect(Collectors.joining(", "));
        throw Problem.invalid(field, "is not one of " + known + ".");
    }
}
