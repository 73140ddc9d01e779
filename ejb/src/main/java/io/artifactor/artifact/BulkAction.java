package io.artifactor.artifact;

import java.util.function.Consumer;

/**
 * What is to be done to each of many artifacts.
 *
 * @param inTrash whether to those that lie in the trash, or to those that do not
 * @param change of one artifact, whose row is held; may refuse with a problem, which then concerns
 *     this one only
 */
record BulkAction(boolean inTrash, Consumer<Artifact> change) {

    static BulkAction onKept(Consumer<Artifact> change) {
        return new BulkAction(false, change);
    }

    static BulkAction onDeleted(Consumer<Artifact> change) {
        return new BulkAction(true, change);
    }
}
