package io.artifactor.artifact;

import java.util.List;

/**
 * Artifacts with the same content, or with nearly the same text.
 *
 * @param key the SHA-256 of the content, or the id of the group of texts
 * @param reclaimable the bytes of all but the largest
 * @param artifacts the first of them
 */
public record DuplicateGroup(String key, long count, long reclaimable, List<Member> artifacts) {

    public DuplicateGroup {
        artifacts = List.copyOf(artifacts);
    }

    /**
     * One of them.
     *
     * @param similarity to the first text of the group, 1 for the same
     */
    public record Member(Artifact artifact, double similarity) {}
}
