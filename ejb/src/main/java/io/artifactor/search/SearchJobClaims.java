package io.artifactor.search;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on which job of search. For the jobs, not for edges: no caller, no permission. All
 * times are the database's own.
 */
@Stateless
public class SearchJobClaims {

    /** A server this long silent is taken for dead. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final int ATTEMPTS = 5;

    @Inject private SearchRows rows;

    @Inject private ReindexTarget target;

    /** Takes what stands in line, or what a silent server left. */
    public Optional<SearchClaim> claim() {
        giveUpWhatNeverGetsOn();
        return rows.find(
                new Sql()
                        .add("update search_job set state = 'running', claim = gen_random_uuid(),")
                        .add(" attempts = attempts + case state when 'running' then 1 else 0 end,")
                        .add(" started_at = coalesce(started_at, now()),")
                        .add(" heartbeat_at = clock_timestamp() where id = (")
                        .add("select id from search_job where state = 'queued'")
                        .add(" or state = 'running' and " + SILENT, SILENCE.toSeconds())
                        .add(" order by created_at limit 1 for update skip locked)")
                        .add(" returning id, kind, claim"),
                row ->
                        new SearchClaim(
                                row.getObject("id", UUID.class),
                                SearchJob.Kind.valueOf(
                                        row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getObject("claim", UUID.class)));
    }

    private static final String SILENT =
            "heartbeat_at < clock_timestamp() - make_interval(secs => ?)";

    private void giveUpWhatNeverGetsOn() {
        List<String> marks =
                rows.list(
                        new Sql()
                                .add("update search_job set state = 'failed', ended_at = now(),")
                                .add(" claim = null, problem = coalesce(problem, ?)", NEVER)
                                .add(" where state = 'running' and attempts >= ?", ATTEMPTS)
                                .add(" and " + SILENT, SILENCE.toSeconds())
                                .add(" returning coalesce(mark, '')"),
                        row -> row.getString(1));
        if (!marks.isEmpty()) {
            target.discard();
        }
    }

    private static final String NEVER =
            "It was taken up several times at the same place and never got past it.";

    /** Keeps the claims alive; a row that is locked is being written, which is a sign of life. */
    public void heartbeat(Collection<UUID> tokens) {
        rows.update(
                new Sql()
                        .add("update search_job set heartbeat_at = clock_timestamp() where id in")
                        .add(" (select id from search_job where state = 'running' and claim =")
                        .add(
                                " any(?::text[]::uuid[]) for update skip locked)",
                                tokens.stream().map(UUID::toString).toList()));
    }

    /** The claim's execution ended without a word; it is taken up again, and why is kept. */
    public void interrupted(SearchClaim claim, @Nullable String problem) {
        rows.update(
                new Sql()
                        .add("update search_job set problem = ?,", problem)
                        .add(" heartbeat_at = clock_timestamp() - make_interval(secs => ?)", 15L)
                        .add(" where id = ? and claim = ?", claim.job(), claim.token()));
    }
}
