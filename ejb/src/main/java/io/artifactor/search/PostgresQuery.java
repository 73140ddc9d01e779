package io.artifactor.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One search by PostgreSQL: counts, ranks, and marks what was found. */
final class PostgresQuery {

    /** Ranking reads every candidate, so only the newest of a common word are ranked. */
    private static final int RANKED = 2_000;

    /** What the texts of one page that are searched for marks may have together, in characters. */
    private static final int MARKED_TOGETHER = 4_000_000;

    private static final String PARAMS =
            """
            with params as materialized (
                select to_tsquery('simple', ?) as query, ?::text[] as readers,
                       ?::text as type, ?::text as kind, ?::text as language, ?::text as source,
                       ?::timestamptz as low, ?::timestamptz as high,
                       ?::text[] as tags, ?::uuid as category, ?::uuid as folder
            )
            """;

    private static final String MATCHING =
            """
            from search_entry e, params p
            where e.readers && p.readers
              and (p.type is null or e.type = p.type)
              and (p.kind is null or e.kind = p.kind)
              and (p.language is null or e.language = p.language)
              and (p.source is null or e.source = p.source)
              and (p.low is null or e.updated_at >= p.low)
              and (p.high is null or e.updated_at < p.high)
              and e.tags @> p.tags
              and (p.category is null or e.category_id = p.category)
              and (p.folder is null or p.folder = any(e.folders))
            """;

    private static final String WORDS = " and e.words @@ p.query ";

    private static final String COUNT_ALL = PARAMS + "select count(*) " + MATCHING;

    private static final String COUNT_MATCHING = COUNT_ALL + WORDS;

    private static final String COLUMNS =
            """
            subject_id, type, title, kind, language, source, conversation_id, updated_at, score,
                left(body, ?) as body
            """;

    private static final String NEWEST =
            PARAMS
                    + "select "
                    + COLUMNS
                    + " from (select e.*, 0 as score "
                    + MATCHING
                    + """
                    ) as matching
                    order by updated_at desc, subject_id offset ? limit ?
                    """;

    private static final String BEST =
            PARAMS
                    + ", candidates as (select e.*, p.query "
                    + MATCHING
                    + WORDS
                    + " order by e.updated_at desc, e.subject_id limit "
                    + RANKED
                    + """
                    ), ranked as (select c.*, ts_rank(c.words, c.query) as score from candidates c)
                    select
                    """
                    + COLUMNS
                    + """
                    from ranked
                    order by score desc, updated_at desc, subject_id offset ? limit ?
                    """;

    private final SearchQuery query;
    private final QueryText text;
    private final Excerpts excerpts;
    private final Set<String> readers;

    PostgresQuery(SearchQuery query, Set<String> readers) {
        this.query = query;
        this.readers = readers;
        text = query.wanted();
        excerpts = new Excerpts(text);
    }

    Found find(Connection connection) throws SQLException {
        if (!query.isEmpty() && text.isEmpty()) {
            return new Found(List.of(), 0, 0);
        }
        long total = count(connection);
        List<SearchHit> hits = total == 0 ? List.of() : page(connection);
        return new Found(hits, total, query.isEmpty() ? total : Math.min(total, RANKED));
    }

    private long count(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(query.isEmpty() ? COUNT_ALL : COUNT_MATCHING)) {
            bind(connection, select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private List<SearchHit> page(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(query.isEmpty() ? NEWEST : BEST)) {
            bind(connection, select);
            select.setInt(12, query.isEmpty() ? 0 : MARKED_TOGETHER / query.size());
            select.setInt(13, query.offset());
            select.setInt(14, query.size());
            List<SearchHit> hits = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hits.add(hit(row));
                }
            }
            return hits;
        }
    }

    private void bind(Connection connection, PreparedStatement select) throws SQLException {
        select.setString(1, expression(text));
        select.setArray(2, connection.createArrayOf("text", readers.toArray()));
        select.setString(3, query.type() == null ? null : query.type().id());
        select.setString(4, query.kind());
        select.setString(5, query.language());
        select.setString(6, query.source());
        select.setObject(7, utc(query.from()));
        select.setObject(8, utc(query.to()));
        PlaceFilter place = query.place();
        select.setArray(9, connection.createArrayOf("text", place.tags().toArray()));
        select.setObject(10, place.category(), Types.OTHER);
        select.setObject(11, place.folder(), Types.OTHER);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The query in PostgreSQL's syntax; its words hold nothing but letters and digits. */
    static String expression(QueryText text) {
        List<String> needed = new ArrayList<>();
        for (List<SearchTerm> clause : text.clauses()) {
            needed.add(
                    clause.stream()
                            .map(PostgresQuery::expression)
                            .collect(Collectors.joining(" | ", "(", ")")));
        }
        text.excluded().forEach(term -> needed.add("!" + expression(term)));
        return String.join(" & ", needed);
    }

    private static String expression(SearchTerm term) {
        String words =
                term.words().stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" <-> "));
        return "(" + words + (term.beginning() ? ":*" : "") + ")";
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
                highlights(title, row.getString("body")));
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
