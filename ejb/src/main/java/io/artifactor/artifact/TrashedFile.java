package io.artifactor.artifact;

import org.jspecify.annotations.Nullable;

/**
 * A file in the trash, and by what an import that brings it back will know it again.
 *
 * @param sourceKey of the artifact; null if it keeps what it has
 * @param versionKey of its content; null if that keeps what it has
 */
public record TrashedFile(
        ArtifactId id, String title, @Nullable String sourceKey, @Nullable String versionKey) {

    /** The same, to be known by these keys from now on, if it was added by hand. */
    public TrashedFile knownBy(String artifactKey, String contentKey) {
        return new TrashedFile(id, title, artifactKey, contentKey);
    }
}
