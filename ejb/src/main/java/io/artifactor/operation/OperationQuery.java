package io.artifactor.operation;

import io.artifactor.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which operations a source is asked for: the last made ones first, those of one moment by falling
 * id.
 *
 * @param owner empty for everybody's
 * @param after where the page before ended
 * @param rows how many at most
 */
public record OperationQuery(Optional<UserId> owner, Optional<Position> after, int rows) {

    /** The place of an operation in the list. */
    public record Position(Instant created, OperationId id) {}
}
