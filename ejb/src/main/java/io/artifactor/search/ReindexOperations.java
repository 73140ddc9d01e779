package io.artifactor.search;

import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.operation.Operation;
import io.artifactor.operation.OperationId;
import io.artifactor.operation.OperationQuery;
import io.artifactor.operation.OperationSource;
import io.artifactor.operation.WorkState;
import io.artifactor.problem.ProblemCode;
import io.artifactor.search.SearchJob.Kind;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The building of new indexes as operations. */
@ApplicationScoped
public class ReindexOperations implements OperationSource {

    @Inject private SearchRows rows;

    @EJB private SearchUpkeep upkeep;

    @Override
    public String kind() {
        return Kind.REINDEX.id();
    }

    @Override
    public List<Operation> list(OperationQuery query) {
        Sql sql = of("select *", query.owner());
        query.after()
                .ifPresent(after ->
                        sql.add(
                                " and (created_at < ? or created_at = ? and id < ?)",
                                after.created(),
                                after.created(),
                                after.id().value()));
        return rows.list(
                sql.add(" order by created_at desc, id desc limit ?", query.rows()),
                ReindexOperations::operation);
    }

    @Override
    public long count(OperationQuery query) {
        return rows.find(of("select count(*)", query.owner()), row -> row.getLong(1)).orElse(0L);
    }

    private static Sql of(String what, Optional<UserId> owner) {
        Sql sql = new Sql().add(what + " from search_job where kind = ?", Kind.REINDEX.id());
        owner.ifPresent(user -> sql.add(" and user_id = ?", user.value()));
        return sql;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return rows.find(
                of("select *", Optional.empty()).add(" and id = ?", id.value()),
                ReindexOperations::operation);
    }

    @Override
    public void stop(Caller caller, OperationId id) {
        upkeep.stopUnlessOver(caller, Kind.REINDEX, id.value());
    }

    @Override
    public void restart(Caller caller, OperationId id) {
        upkeep.restart(caller, Kind.REINDEX, id.value());
    }

    private static Operation operation(ResultSet row) throws SQLException {
        SearchJob job = SearchRows.job(row);
        return new Operation(
                new OperationId(job.id()),
                job.kind().id(),
                new UserId(row.getObject("user_id", UUID.class)),
                Optional.empty(),
                job.state().shown(),
                job.kind().id(),
                new Operation.Progress(job.done(), job.total(), "documents"),
                Map.of("refused", job.refused()),
                job.state() == WorkState.FAILED ? Optional.of(failure(job)) : Optional.empty(),
                new Operation.Times(
                        job.createdAt(),
                        Optional.ofNullable(job.startedAt()),
                        Optional.ofNullable(job.endedAt())));
    }

    private static Operation.Failure failure(SearchJob job) {
        String problem = job.problem();
        return new Operation.Failure(
                ProblemCode.INTERNAL.id(), problem == null ? "It failed." : problem);
    }
}
