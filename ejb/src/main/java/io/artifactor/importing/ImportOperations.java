package io.artifactor.importing;

import io.artifactor.identity.Caller;
import io.artifactor.operation.Operation;
import io.artifactor.operation.OperationId;
import io.artifactor.operation.OperationQuery;
import io.artifactor.operation.OperationSource;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Imports as operations, once they were begun. */
@ApplicationScoped
public class ImportOperations implements OperationSource {

    private static final String BEGUN = " from ImportRun r where r.state <> 'uploaded'";

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ImportLibrary library;

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public List<Operation> list(OperationQuery query) {
        String owned = query.owner().isEmpty() ? "" : " and r.userId = :user";
        String after =
                query.after().isEmpty()
                        ? ""
                        : " and (r.createdAt < :at or r.createdAt = :at and r.id < :id)";
        TypedQuery<ImportRun> rows =
                entities.createQuery(
                                "select r"
                                        + BEGUN
                                        + owned
                                        + after
                                        + " order by r.createdAt desc, r.id desc",
                                ImportRun.class)
                        .setMaxResults(query.rows());
        query.owner().ifPresent(it -> rows.setParameter("user", it.value()));
        query.after()
                .ifPresent(it ->
                        rows.setParameter("at", it.created()).setParameter("id", it.id().value()));
        return rows.getResultList().stream().map(this::operation).toList();
    }

    @Override
    public long count(OperationQuery query) {
        String owned = query.owner().isEmpty() ? "" : " and r.userId = :user";
        TypedQuery<Long> count =
                entities.createQuery("select count(r)" + BEGUN + owned, Long.class);
        query.owner().ifPresent(it -> count.setParameter("user", it.value()));
        return count.getSingleResult();
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return Optional.ofNullable(entities.find(ImportRun.class, id.value()))
                .filter(it -> it.state() != ImportState.UPLOADED)
                .map(this::operation);
    }

    @Override
    public void stop(Caller caller, OperationId id) {
        locked(id).stop(Instant.now());
    }

    @Override
    public void restart(Caller caller, OperationId id) {
        ImportRun run = locked(id);
        if (run.state() != ImportState.STOPPED && run.state() != ImportState.FAILED) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The import is %s; one that stopped or failed can go on."
                            .formatted(run.state().id()));
        }
        library.queue(caller, run.id(), run.mode());
    }

    private ImportRun locked(OperationId id) {
        ImportRun run = entities.find(ImportRun.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw Problem.notFound("operation", id);
        }
        return run;
    }

    private Operation operation(ImportRun run) {
        return new Operation(
                new OperationId(run.id().value()),
                kind(),
                run.user(),
                Optional.of(run.fileName()),
                state(run.state()),
                run.state().isWorking() ? run.state().id() : run.mode().id(),
                new Operation.Progress(run.progress().bytesRead(), run.size(), "bytes"),
                run.progress().counts().toMap(),
                run.failure().map(it -> new Operation.Failure(it.code(), it.detail())),
                new Operation.Times(
                        run.createdAt(),
                        Optional.ofNullable(run.startedAt()),
                        Optional.ofNullable(run.endedAt())));
    }

    private static Operation.State state(ImportState state) {
        return switch (state) {
            case UPLOADED, QUEUED -> Operation.State.QUEUED;
            case PREVIEWING, RUNNING -> Operation.State.RUNNING;
            case PREVIEWED, COMPLETED -> Operation.State.SUCCEEDED;
            case FAILED -> Operation.State.FAILED;
            case STOPPED -> Operation.State.STOPPED;
        };
    }
}
