package io.artifactor.operation;

import io.artifactor.identity.Caller;
import io.artifactor.identity.Role;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The door to long-running work. A caller sees their own; an administrator sees that of others too,
 * without what it is about, and may stop it.
 */
@Stateless
public class Operations {

    private static final Comparator<Operation> NEWEST =
            Comparator.<Operation, Instant>comparing(it -> it.times().created())
                    .thenComparing(it -> it.id().toString())
                    .reversed();

    @Inject @Any private Instance<OperationSource> sources;

    /**
     * The last made ones first.
     *
     * @param all everybody's, for administrators
     * @throws Problem {@code FORBIDDEN} if another asks for everybody's
     */
    public Page<Operation> page(Caller caller, boolean all, PageRequest request) {
        if (all && !caller.is(Role.ADMIN)) {
            throw caller.lacking(Set.of(Role.ADMIN), "Only administrators see everybody's.");
        }
        String list = "operations " + (all ? "of everybody" : caller.user());
        Optional<OperationQuery.Position> after =
                request.position(list)
                        .map(cursor ->
                                new OperationQuery.Position(
                                        cursor.instant(0), new OperationId(cursor.uuid(1))));
        // Of each source as many as a page could need, for all of it may come from one.
        OperationQuery query =
                new OperationQuery(
                        all ? Optional.empty() : Optional.of(caller.user()),
                        after,
                        request.offset() + request.rows());
        List<Operation> found = new ArrayList<>();
        sources.forEach(source -> found.addAll(source.list(query)));
        List<Operation> rows =
                found.stream()
                        .sorted(NEWEST)
                        .skip(request.offset())
                        .limit(request.rows())
                        .map(it -> shown(caller, it))
                        .toList();
        Page<Operation> page =
                Page.of(rows, request, list, it -> Cursor.at(it.times().created(), it.id()));
        return request.withTotal() ? page.withTotal(count(query)) : page;
    }

    private long count(OperationQuery query) {
        return sources.stream().mapToLong(source -> source.count(query)).sum();
    }

    public Operation get(Caller caller, OperationId id) {
        return shown(caller, located(caller, id).operation());
    }

    /** Stops it, after what it is doing now. */
    public Operation stop(Caller caller, OperationId id) {
        located(caller, id).source().stop(caller, id);
        return get(caller, id);
    }

    /**
     * Lets one of the caller's own that stopped or failed go on.
     *
     * @throws Problem {@code FORBIDDEN} if it is somebody else's
     */
    public Operation restart(Caller caller, OperationId id) {
        Located located = located(caller, id);
        if (!located.operation().owner().equals(caller.user())) {
            throw new Problem(ProblemCode.FORBIDDEN, "Only its owner can let it go on.");
        }
        located.source().restart(caller, id);
        return get(caller, id);
    }

    private record Located(OperationSource source, Operation operation) {}

    private Located located(Caller caller, OperationId id) {
        for (OperationSource source : sources) {
            Optional<Operation> found =
                    source.find(id)
                            .filter(it ->
                                    it.owner().equals(caller.user()) || caller.is(Role.ADMIN));
            if (found.isPresent()) {
                return new Located(source, found.get());
            }
        }
        throw Problem.notFound("operation", id);
    }

    private static Operation shown(Caller caller, Operation operation) {
        return operation.owner().equals(caller.user()) ? operation : operation.withoutContent();
    }
}
