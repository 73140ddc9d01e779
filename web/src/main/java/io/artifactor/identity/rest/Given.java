package io.artifactor.identity.rest;

import io.artifactor.identity.FactorProof;
import io.artifactor.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request body must give. */
final class Given {

    private Given() {}

    static String text(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw Problem.invalid(field, "is missing.");
        }
        return value;
    }

    /** What somebody gives beside their password. */
    static FactorProof factor(@Nullable String code, @Nullable KeyAnswerRequest key) {
        return new FactorProof(
                Optional.ofNullable(code).filter(text -> !text.isBlank()),
                Optional.ofNullable(key).map(KeyAnswerRequest::answer));
    }

    /** Each name as what it stands for; an unknown one is refused by its place in the list. */
    static <T> Set<T> each(
            String field,
            List<@Nullable String> names,
            Function<String, Optional<T>> find,
            String known) {
        Set<T> found = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String place = field + "[" + i + "]";
            found.add(
                    Optional.ofNullable(name)
                            .flatMap(find)
                            .orElseThrow(
                                    () -> Problem.invalid(place, "is not one of " + known + ".")));
        }
        return found;
    }
}
