package io.artifactor.search;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a job of search do. For the jobs, not for edges: no caller, no permission.
 *
 * <p>Whoever lost the claim writes nothing any more: each write is one transaction with the row
 * that carries it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SearchWork {

    @Inject private SearchRows rows;

    @Inject private Reindexing reindexing;

    @Inject private DriftCheck drift;

    /** Where a job stands. */
    private record Standing(
            Optional<String> mark, Optional<UUID> position, long done, boolean stopping) {}

    /** Gets everything ready; from the start if what was begun is not there any more. */
    public void prepare(SearchClaim claim) {
        Standing now = standing(claim);
        if (claim.kind() == SearchJob.Kind.DRIFT) {
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

    private void begin(SearchClaim claim, @Nullable String mark) {
        changed(
                claim,
                rows.update(
                        new Sql()
                                .add("update search_job set mark = ?, position = null,", mark)
                                .add(" done = 0, refused = 0, total = (" + SearchThings.COUNT + ")")
                                .add(" where id = ? and claim = ?", claim.job(), claim.token())));
    }

    /** The next ids behind that one, or behind where the job stands; none if it is to stop. */
    public List<UUID> next(SearchClaim claim, Optional<UUID> behind, int limit) {
        Standing now = standing(claim);
        if (now.stopping() || now.mark().filter(reindexing::isInUse).isPresent()) {
            return List.of();
        }
        UUID position = behind.or(now::position).orElse(null);
        return rows.list(
                SearchThings.behind(position, limit), row -> row.getObject("id", UUID.class));
    }

    /** Does what is to be done with these, the last of which is where the job stands then. */
    public void write(SearchClaim claim, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        // The row is locked first, so that nobody takes the job over in the middle.
        standing(claim);
        long refused =
                switch (claim.kind()) {
                    case REINDEX -> reindexing.add(ids);
                    case DRIFT -> drift.compare(claim.job(), ids);
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
                                .add(" where id = ? and claim = ?", claim.job(), claim.token())));
    }

    /** Comes to the end: what was built is put in use, or thrown away if the job is to stop. */
    public void finish(SearchClaim claim) {
        Standing now = standing(claim);
        if (now.stopping()) {
            if (claim.kind() == SearchJob.Kind.REINDEX) {
                reindexing.discard();
            }
            end(claim, SearchJob.State.STOPPED);
            return;
        }
        switch (claim.kind()) {
            case REINDEX -> reindexing.swap(now.mark().orElseThrow());
            case DRIFT -> drift.findExtra(claim.job());
        }
        end(claim, SearchJob.State.COMPLETED);
    }

    private void end(SearchClaim claim, SearchJob.State state) {
        changed(
                claim,
                rows.update(
                        new Sql()
                                .add(
                                        "update search_job set state = ?, ended_at = now(),",
                                        state.id())
                                .add(" claim = null, problem = null")
                                .add(" where id = ? and claim = ?", claim.job(), claim.token())));
    }

    private Standing standing(SearchClaim claim) {
        return rows.find(
                        new Sql()
                                .add("select mark, position, done, stop_requested from search_job")
                                .add(" where id = ? and claim = ?", claim.job(), claim.token())
                                .add(" for update"),
                        row ->
                                new Standing(
                                        Optional.ofNullable(row.getString(1)),
                                        Optional.ofNullable(row.getObject(2, UUID.class)),
                                        row.getLong(3),
                                        row.getBoolean(4)))
                .orElseThrow(() -> lost(claim));
    }

    private static void changed(SearchClaim claim, int updated) {
        if (updated == 0) {
            throw lost(claim);
        }
    }

    private static IllegalStateException lost(SearchClaim claim) {
        return new IllegalStateException("The claim on job " + claim.job() + " is lost");
    }
}
