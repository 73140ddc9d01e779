package io.artifactor.artifact;

import java.util.Optional;
import java.util.Set;

/**
 * Which revisions a writer has seen and is willing to overwrite.
 *
 * @param revisions any of these; empty if it does not matter
 */
public record ExpectedRevision(Optional<Set<Integer>> revisions) {

    public ExpectedRevision {
        revisions = revisions.map(Set::copyOf);
    }

    /** Whatever is there. */
    public static ExpectedRevision any() {
        return new ExpectedRevision(Optional.empty());
    }

    public static ExpectedRevision of(Set<Integer> revisions) {
        return new ExpectedRevision(Optional.of(revisions));
    }

    /** Whether the writer has seen this revision. */
    public boolean admits(int revision) {
        return revisions.isEmpty() || revisions.get().contains(revision);
    }
}
