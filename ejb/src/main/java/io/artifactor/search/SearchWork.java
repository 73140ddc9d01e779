package io.artifactor.search;

import io.artifactor.operation.ClaimedWork;
import io.artifactor.operation.WorkClaim;
import io.artifactor.operation.WorkState;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the steps of a job of search do. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SearchWork implements ClaimedWork {

    @Inject private SearchRows rows;

    @Inject private Reindexing reindexing;

    @Inject private DriftCheck drift;

    @Inject private ReindexTarget target;

    /** Where a job stands. */
    private record Standing(
            SearchJob.Kind kind,
            Optional<String> mark,
            Optional<UUID> position,
            long done,
            boolean stopping) {}

    @Override
    public String kind() {
        return "search";
    }

    @Override
    public String table() {
        return "search_job";
    }

    /** From the start if what was begun is not there any more. */
    @Override
    public void prepare(WorkClaim claim) {
        Standing now = standing(claim);
        if (now.kind() == SearchJob.Kind.DRIFT) {
            if (now.done() == 0) {
                begin(claim, null);
            }
            return;
        }
        if (now.mark().isEmpty() || !reindexing.isBegun(now.mark().get())) {
            String mark = ElasticsearchSchema.newMark();
            reindexing.begin(mark);
            begin(claim, mark);
        }
    }

    private void begin(WorkClaim claim, @Nullable String mark) {
        changed(
                claim,
                rows.update(
                        new Sql()
                                .add("update search_job set mark = ?, position = null,", mark)
                                .add(" done = 0, refused = 0, total = (" + SearchThings.COUNT + ")")
                                .add(" where id = ? and claim = ?", claim.work(), claim.token())));
    }

    @Override
    public List<UUID> next(WorkClaim claim, Optional<UUID> behind, int limit) {
        Standing now = standing(claim);
        if (now.stopping() || now.mark().filter(reindexing::isInUse).isPresent()) {
            return List.of();
        }
        UUID position = behind.or(now::position).orElse(null);
        return rows.list(
                SearchThings.behind(position, limit), row -> row.getObject("id", UUID.class));
    }

    @Override
    public void write(WorkClaim claim, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        // The row is locked first, so that nobody takes the job over in the middle.
        Standing now = standing(claim);
        long refused =
                switch (now.kind()) {
                    case REINDEX -> reindexing.add(ids);
                    case DRIFT -> drift.compare(claim.work(), ids);
                };
        changed(
                claim,
                rows.update(
                        new Sql()
                                .add(
                                        "update search_job set position = ?, attempts = 0,",
                                        ids.getLast())
                                .add(" done = done + ?,", ids.size())
                                .add(" refused = refused + ?, problem = null,", refused)
                                .add(" heartbeat_at = clock_timestamp()")
                                .add(" where id = ? and claim = ?", claim.work(), claim.token())));
    }

    /** What was built is put in use, or thrown away if the job is to stop. */
    @Override
    public void finish(WorkClaim claim) {
        Standing now = standing(claim);
        if (now.stopping()) {
            if (now.kind() == SearchJob.Kind.REINDEX) {
                reindexing.discard();
            }
            end(claim, WorkState.STOPPED);
            return;
        }
        switch (now.kind()) {
            case REINDEX -> reindexing.swap(now.mark().orElseThrow());
            case DRIFT -> drift.findExtra(claim.work());
        }
        end(claim, WorkState.COMPLETED);
    }

    /** An index that was never finished. */
    @Override
    public void clearAway() {
        target.discard();
    }

    private void end(WorkClaim claim, WorkState state) {
        changed(
                claim,
                rows.update(
                        new Sql()
                                .add(
                                        "update search_job set state = ?, ended_at = now(),",
                                        state.id())
                                .add(" claim = null, problem = null")
                                .add(" where id = ? and claim = ?", claim.work(), claim.token())));
    }

    private Standing standing(WorkClaim claim) {
        return rows.find(
                        new Sql()
                                .add(
                                        "select kind, mark, position, done, stop_requested from search_job")
                                .add(" where id = ? and claim = ?", claim.work(), claim.token())
                                .add(" for update"),
                        row ->
                                new Standing(
                                        SearchJob.Kind.of(row.getString(1)),
                                        Optional.ofNullable(row.getString(2)),
                                        Optional.ofNullable(row.getObject(3, UUID.class)),
                                        row.getLong(4),
                                        row.getBoolean(5)))
                .orElseThrow(() -> lost(claim));
    }

    private static void changed(WorkClaim claim, int updated) {
        if (updated == 0) {
            throw lost(claim);
        }
    }

    private static IllegalStateException lost(WorkClaim claim) {
        return new IllegalStateException("The claim on job " + claim.work() + " is lost");
    }
}
