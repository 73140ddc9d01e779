package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tags given to artifacts and taken from them.
 *
 * @param removed what the names to be taken are compared by
 */
record TagChange(TagNames added, Set<String> removed) {

    TagChange {
        removed = Set.copyOf(removed);
    }

    /** Of names as somebody typed them; what is both given and taken is given. */
    static TagChange checked(List<String> add, List<String> remove) {
        TagNames added = TagNames.checked("add", add);
        TagNames removed = TagNames.checked("remove", remove);
        if (added.isEmpty() && removed.isEmpty()) {
            throw Problem.invalid("add", "names no tag, and neither does remove.");
        }
        Set<String> keys = new HashSet<>(removed.byKey().keySet());
        keys.removeAll(added.byKey().keySet());
        return new TagChange(added, keys);
    }

    /**
     * Whether an artifact with these tags has others afterwards.
     *
     * @throws Problem if it would have too many
     */
    boolean changes(Set<String> before) {
        Set<String> after = new HashSet<>(before);
        after.removeAll(removed);
        after.addAll(added.byKey().keySet());
        if (after.size() > TagNames.MOST && after.size() > before.size()) {
            throw Problem.invalid(
                    "add",
                    "would give it more than the %d tags it may have.".formatted(TagNames.MOST));
        }
        return !after.equals(before);
    }
}
