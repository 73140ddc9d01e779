package io.artifactor.artifact;

import java.util.function.Consumer;

/**
 * What is to be done to each of many artifacts.
 *
 * @param inTrash whether to those that lie in the trash, or to those that do not
 * @param event what is told about those it was done to
 * @param change of one artifact, whose row is held; may refuse with a problem, which then concerns
 *     this one only. Not with one that comes through another door: that would undo what was done to
 *     the others
 */
record BulkAction(boolean inTrash, String event, Consumer<Artifact> change) {

    static BulkAction describing(Consumer<Artifact> change) {
        return new BulkAction(false, ArtifactLibrary.DESCRIBED, change);
    }

    static BulkAction deleting(Consumer<Artifact> change) {
        return new BulkAction(false, ArtifactLibrary.DELETED, change);
    }

    static BulkAction restoring(Consumer<Artifact> change) {
        return new BulkAction(true, ArtifactLibrary.RESTORED, change);
    }
}
