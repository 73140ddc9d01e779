package io.artifactor.search;

import java.util.List;
import java.util.Optional;

/** In which order PostgreSQL gives its hits, and where a page begins. */
final class PostgresOrder {

    static final String INDEX = "postgresql";

    private final SearchQuery query;
    private final Optional<SearchPosition> position;

    PostgresOrder(SearchQuery query) {
        this.query = query;
        position = query.position();
    }

    /** Lets only what lies behind the page before be matched; ranked hits are counted instead. */
    void addBehind(Sql sql) {
        if (position.isEmpty() || query.isRanked()) {
            return;
        }
        SearchPosition last = position.get();
        switch (query.sort()) {
            case RELEVANCE, NEWEST ->
                    sql.add(
                            " and (e.updated_at < ? or e.updated_at = ? and e.subject_id > ?)",
                            last.time(),
                            last.time(),
                            last.id());
            case OLDEST ->
                    sql.add(" and (e.updated_at, e.subject_id) > (?, ?)", last.time(), last.id());
            case TITLE ->
                    sql.add(
                            " and (e.title_key collate \"C\", e.subject_id) > (?, ?)",
                            last.key(),
                            last.id());
            case LARGEST ->
                    sql.add(
                            " and (e.size < ? or e.size = ? and e.subject_id > ?)",
                            last.number(),
                            last.number(),
                            last.id());
        }
    }

    String order() {
        String ranked = query.isRanked() ? "score desc, " : "";
        return " order by "
                + ranked
                + switch (query.sort()) {
                    case RELEVANCE, NEWEST -> "updated_at desc, subject_id";
                    case OLDEST -> "updated_at, subject_id";
                    case TITLE -> "title_key collate \"C\", subject_id";
                    case LARGEST -> "size desc, subject_id";
                };
    }

    /** How many hits to skip. */
    long offset() {
        if (position.isPresent()) {
            return query.isRanked() ? position.get().offset() : 0;
        }
        return query.page().offset();
    }

    boolean isAtTheBeginning() {
        return before() == 0;
    }

    private long before() {
        return position.map(SearchPosition::offset).orElse((long) query.page().offset());
    }

    /**
     * Where the page ends that these hits are.
     *
     * @param keys what each is sorted by beside the score
     */
    Optional<SearchPosition> next(List<SearchHit> hits, List<String> keys, long reachable) {
        if (hits.size() < query.page().size() || before() + hits.size() >= reachable) {
            return Optional.empty();
        }
        SearchHit last = hits.getLast();
        return Optional.of(
                new SearchPosition(
                        INDEX,
                        before() + hits.size(),
                        query.isRanked() ? last.score() : 0,
                        keys.getLast(),
                        last.id()));
    }

    /** The column the keys are made of. */
    String key() {
        return switch (query.sort()) {
            case RELEVANCE, NEWEST, OLDEST ->
                    "(extract(epoch from updated_at) * 1000)::bigint::text";
            case TITLE -> "title_key";
            case LARGEST -> "size::text";
        };
    }
}
