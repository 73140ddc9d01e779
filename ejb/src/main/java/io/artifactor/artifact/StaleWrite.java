package io.artifactor.artifact;

import io.artifactor.problem.Problem;

/** Refuses to overwrite what the writer has not seen. */
final class StaleWrite {

    private StaleWrite() {}

    /**
     * @param current what is kept, for the edge to show
     * @throws Problem {@code PRECONDITION_FAILED} if the revision is another one
     */
    static void refuse(ExpectedRevision expected, int revision, String what, Object current) {
        if (!expected.admits(revision)) {
            throw Problem.outdated(what, revision, current);
        }
    }
}
