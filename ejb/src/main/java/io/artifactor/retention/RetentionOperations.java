package io.artifactor.retention;

import io.artifactor.identity.Caller;
import io.artifactor.operation.Operation;
import io.artifactor.operation.OperationId;
import io.artifactor.operation.OperationQuery;
import io.artifactor.operation.OperationSource;
import io.artifactor.operation.WorkState;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of rules as operations. */
@ApplicationScoped
public class RetentionOperations implements OperationSource {

    static final String KIND = "retention";

    @EJB private RetentionRuns runs;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Operation> list(OperationQuery query) {
        TypedQuery<RetentionRun> rows =
                entities.createQuery(
                                "select r "
                                        + from(query)
                                        + (query.after().isPresent()
                                                ? " and (r.createdAt, r.id) < (:after, :afterId)"
                                                : "")
                                        + " order by r.createdAt desc, r.id desc",
                                RetentionRun.class)
                        .setMaxResults(query.rows());
        query.owner().ifPresent(user -> rows.setParameter("user", user.value()));
        query.after()
                .ifPresent(after ->
                        rows.setParameter("after", after.created())
                                .setParameter("afterId", after.id().value()));
        return rows.getResultStream().map(RetentionOperations::operation).toList();
    }

    @Override
    public long count(OperationQuery query) {
        TypedQuery<Long> count = entities.createQuery("select count(r) " + from(query), Long.class);
        query.owner().ifPresent(user -> count.setParameter("user", user.value()));
        return count.getSingleResult();
    }

    private static String from(OperationQuery query) {
        return "from RetentionRun r where "
                + (query.owner().isPresent() ? "r.userId = :user" : "true = true");
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return runs.find(new RunId(id.value())).map(RetentionOperations::operation);
    }

    @Override
    public void stop(Caller caller, OperationId id) {
        runs.stop(caller, new RunId(id.value()));
    }

    @Override
    public void restart(Caller caller, OperationId id) {
        runs.restart(caller, new RunId(id.value()));
    }

    private static Operation operation(RetentionRun run) {
        return new Operation(
                new OperationId(run.id().value()),
                KIND,
                run.user(),
                Optional.of(run.ruleName()),
                run.state().shown(),
                run.action().id(),
                new Operation.Progress(run.done(), run.total(), "artifacts"),
                Map.of("removed", run.removed(), "held", run.held(), "bytes", run.bytes()),
                run.state() == WorkState.FAILED
                        ? Optional.of(
                                new Operation.Failure(
                                        ProblemCode.INTERNAL.id(),
                                        run.problem().orElse("It failed.")))
                        : Optional.empty(),
                new Operation.Times(run.createdAt(), run.startedAt(), run.endedAt()));
    }
}
