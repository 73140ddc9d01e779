package io.artifactor.operation;

import io.artifactor.identity.Caller;
import java.util.List;
import java.util.Optional;

/**
 * A feature's long-running work. Implementations are application-scoped beans; they are called in a
 * transaction, after the door has checked that the caller may see the operation.
 */
public interface OperationSource {

    /** The kind of its operations, unchanging. */
    String kind();

    /** In a number of statements that does not depend on how many there are. */
    List<Operation> list(OperationQuery query);

    /** How many there are, of everybody if the owner is left out. */
    long count(OperationQuery query);

    Optional<Operation> find(OperationId id);

    /**
     * Ends it, or asks it to end.
     *
     * @throws io.artifactor.problem.Problem {@code CONFLICT} if it is over
     */
    void stop(Caller caller, OperationId id);

    /**
     * Lets one that stopped or failed go on.
     *
     * @throws io.artifactor.problem.Problem {@code CONFLICT} if it did neither
     */
    void restart(Caller caller, OperationId id);
}
