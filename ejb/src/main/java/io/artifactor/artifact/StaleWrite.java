package io.artifactor.artifact;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Map;

/** Refuses to overwrite what the writer has not seen. */
final class StaleWrite {

    private StaleWrite() {}

    /**
     * @param current what is kept, for the edge to show
     * @throws Problem {@code PRECONDITION_FAILED} if the revision is another one
     */
    static void refuse(ExpectedRevision expected, int revision, String what, Object current) {
        if (!expected.admits(revision)) {
            throw new Problem(
                    ProblemCode.PRECONDITION_FAILED,
                    "The %s was changed in the meantime and is at revision %d now."
                            .formatted(what, revision),
                    Map.of(ArtifactLibrary.CURRENT, current));
        }
    }
}
