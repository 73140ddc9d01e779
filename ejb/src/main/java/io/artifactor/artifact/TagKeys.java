package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.List;

/** What names of tags that are looked for are compared by. */
public final class TagKeys {

    private static final int MOST = 20;

    private TagKeys() {}

    /** Each once; of keys, the same keys. */
    public static List<String> of(List<String> names) {
        if (names.size() > MOST) {
            throw Problem.invalid("tag", "stands more than %d times.".formatted(MOST));
        }
        return names.stream()
                .filter(name -> !name.isBlank())
                .map(name -> NameRules.key(NameRules.tag("tag", name)))
                .distinct()
                .toList();
    }
}
