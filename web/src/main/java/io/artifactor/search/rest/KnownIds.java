package io.artifactor.search.rest;

import io.artifactor.artifact.ArtifactKind;
import io.artifactor.artifact.Source;
import io.artifactor.problem.Problem;
import io.artifactor.search.DocumentType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names of which there is a known set, refused by the name of their field where they are others.
 */
final class KnownIds {

    private static final int MOST = 50;

    private KnownIds() {}

    static @Nullable DocumentType type(String field, @Nullable String value) {
        return value == null || value.isEmpty()
                ? null
                : oneOf(field, value, DocumentType.values(), DocumentType::id);
    }

    static List<String> kinds(String field, List<String> values) {
        return ids(field, values, ArtifactKind.values(), ArtifactKind::id);
    }

    static List<String> sources(String field, List<String> values) {
        return ids(field, values, Source.values(), Source::id);
    }

    /** Of languages there are more than anybody knows. */
    static List<String> languages(List<String> values) {
        return present("language", values).stream().map(l -> l.replace("\0", "")).toList();
    }

    private static <T> List<String> ids(
            String field, List<String> values, T[] known, Function<T, String> id) {
        return present(field, values).stream()
                .map(value -> id.apply(oneOf(field, value, known, id)))
                .distinct()
                .toList();
    }

    private static List<String> present(String field, List<String> values) {
        if (values.size() > MOST) {
            throw Problem.invalid(field, "stands more than %d times.".formatted(MOST));
        }
        return values.stream().filter(value -> value != null && !value.isEmpty()).toList();
    }

    private static <T> T oneOf(String field, String value, T[] known, Function<T, String> id) {
        for (T candidate : known) {
            if (id.apply(candidate).equals(value)) {
                return candidate;
            }
        }
        List<String> ids = Arrays.stream(known).map(id).toList();
        throw Problem.invalid(field, "is none of " + String.join(", ", ids) + ".");
    }
}
