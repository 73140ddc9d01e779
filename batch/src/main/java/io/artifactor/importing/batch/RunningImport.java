package io.artifactor.importing.batch;

import io.artifactor.importing.ChunkWeight;
import io.artifactor.importing.Claim;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the parts of one running job share. Written by the job's thread; the execution id by the
 * dispatcher.
 */
final class RunningImport {

    /** How the job came to its end, as far as it did. */
    enum End {
        NONE,
        WHOLE_FILE,
        STOPPED
    }

    private final Claim claim;
    private final ChunkWeight chunk = new ChunkWeight(Clock.systemUTC());
    private volatile long execution = -1;
    private volatile End end = End.NONE;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    RunningImport(Claim claim) {
        this.claim = claim;
    }

    Claim claim() {
        return claim;
    }

    /** What has been read and not yet written. */
    ChunkWeight chunk() {
        return chunk;
    }

    OptionalLong execution() {
        return execution < 0 ? OptionalLong.empty() : OptionalLong.of(execution);
    }

    void runsAs(long executionId) {
        execution = executionId;
    }

    End end() {
        return end;
    }

    void ends(End how) {
        end = how;
    }

    Optional<RuntimeException> failure() {
        return failure;
    }

    void failed(RuntimeException cause) {
        failure = Optional.of(cause);
    }
}
