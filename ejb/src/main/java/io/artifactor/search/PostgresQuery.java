package io.artifactor.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** One search by PostgreSQL: counts, ranks, and marks what was found. */
final class PostgresQuery {

    /** Ranking reads every candidate, so only the newest of a common word are ranked. */
    private static final int RANKED = 2_000;

    /** What the texts of one page that are searched for marks may have together, in characters. */
    private static final int MARKED_TOGETHER = 4_000_000;

    private final SearchQuery query;
    private final PostgresOrder order;
    private final Excerpts excerpts;
    private final Sql condition;
    private final Optional<QueryText> wanted;

    /**
     * @param wanted what the query's text asks for, or something like it
     */
    PostgresQuery(SearchQuery query, Optional<QueryText> wanted, Set<String> readers) {
        this.query = query;
        this.wanted = wanted;
        order = new PostgresOrder(query);
        excerpts = new Excerpts(wanted);
        condition = PostgresCondition.of(query, wanted, readers);
    }

    Found find(Connection connection) throws SQLException {
        if (query.asksForNothing()) {
            return Found.nothing();
        }
        Page page = page(connection);
        long total = page.total;
        return new Found(
                page.hits,
                total,
                order.next(
                        page.hits, page.keys, query.isRanked() ? Math.min(total, RANKED) : total),
                PostgresFacets.count(connection, query.facets(), condition));
    }

    /** What one statement found: counted in another, hits and total would tell of two moments. */
    private static final class Page {
        private final List<SearchHit> hits = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private long total;
    }

    private long count(Connection connection) throws SQLException {
        try (PreparedStatement select = counted().prepare(connection);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Page page(Connection connection) throws SQLException {
        Sql sql =
                new Sql()
                        .add("select subject_id, type, title, kind, language, source,")
                        .add(" conversation_id, updated_at, score, ")
                        .add(order.key() + " as key, left(body, ?) as body, (", marked())
                        .add(counted())
                        .add(") as total,");
        addWhy(sql);
        sql.add(" from (");
        if (query.isRanked()) {
            addRanked(sql);
        } else {
            sql.add("select e.*, 0 as score from search_entry e where ").add(condition);
            order.addBehind(sql);
        }
        sql.add(") as e ").add(order.order());
        sql.add(" offset ? limit ?", order.offset(), query.page().size());
        Page page = new Page();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                page.hits.add(hit(row));
                page.keys.add(row.getString("key"));
                page.total = row.getLong("total");
            }
        }
        if (page.hits.isEmpty() && !order.isAtTheBeginning()) {
            page.total = count(connection);
        }
        return page;
    }

    private Sql counted() {
        return new Sql().add("select count(*) from search_entry e where ").add(condition);
    }

    /** Where the words of a hit are, and which parts of the query it fulfils. */
    private void addWhy(Sql sql) {
        sql.add(" array_remove(array[null::text");
        if (excerpts.hasWords()) {
            addPlace(sql, "title", "words", "A");
            addPlace(sql, "content", "words", "CD");
            addPlace(sql, "file", "named", "A");
            addPlace(sql, "description", "named", "B");
            sql.add(", case when e.words @@ to_tsquery('simple', ?)", anyWanted("B"));
            sql.add(" and not e.named @@ to_tsquery('simple', ?)", anyWanted(""));
            sql.add(" then 'place' end");
        }
        sql.add("], null) as places, array_remove(array[null::text");
        if (query.explain()) {
            for (QueryText leaf : wanted.map(QueryText::leaves).orElse(List.of())) {
                sql.add(", case when ");
                PostgresCondition.add(sql, leaf);
                sql.add(" then ?::text end", leaf.print());
            }
        }
        sql.add("], null) as fulfilled");
    }

    private void addPlace(Sql sql, String place, String column, String weight) {
        sql.add(
                ", case when e." + column + " @@ to_tsquery('simple', ?) then '" + place + "' end",
                anyWanted(weight));
    }

    private int marked() {
        return excerpts.hasWords() ? MARKED_TOGETHER / query.page().size() : 0;
    }

    private void addRanked(Sql sql) {
        String words = wanted.flatMap(PostgresCondition::expression).orElseGet(() -> anyWanted(""));
        sql.add(
                        "select c.*, ts_rank('{0.3, 0.2, 0.5, 1}', c.words, to_tsquery('simple', ?))",
                        words)
                .add(" as score from (select e.* from search_entry e where ")
                .add(condition)
                .add(" order by e.updated_at desc, e.subject_id limit " + RANKED + ") as c");
    }

    private String anyWanted(String weight) {
        return wanted.stream()
                .flatMap(text -> text.wanted().stream())
                .map(has -> PostgresCondition.expression(has.term(), weight))
                .collect(Collectors.joining(" | "));
    }

    private SearchHit hit(ResultSet row) throws SQLException {
        String title = row.getString("title");
        return new SearchHit(
                DocumentType.of(row.getString("type")),
                row.getObject("subject_id", UUID.class),
                title,
                row.getString("kind"),
                row.getString("language"),
                row.getString("source"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getDouble("score"),
                row.getObject("conversation_id", UUID.class),
                null,
                highlights(title, row.getString("body")),
                excerpts.places(new TreeSet<>(texts(row, "places"))),
                texts(row, "fulfilled"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private Map<String, List<String>> highlights(String title, String body) {
        Map<String, List<String>> highlights = new HashMap<>();
        putIfAny(highlights, "title", excerpts.whole(title));
        putIfAny(highlights, "content", excerpts.pieces(body));
        return highlights;
    }

    private static void putIfAny(
            Map<String, List<String>> highlights, String field, List<String> pieces) {
        if (!pieces.isEmpty()) {
            highlights.put(field, pieces);
        }
    }
}
