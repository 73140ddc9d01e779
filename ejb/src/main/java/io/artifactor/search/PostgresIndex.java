package io.artifactor.search;

import io.artifactor.outbox.RefusedSubject;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own full text, for when Elasticsearch is away. Ranks among the newest candidates
 * only: ranking everything that matches a common word would take seconds.
 */
@ApplicationScoped
class PostgresIndex implements SearchIndex {

    /** A tsvector may have a megabyte; so much text never reaches it. */
    private static final int LONGEST_BODY = 200_000;

    private static final String MARKS =
            "'StartSel=" + Highlights.START + ", StopSel=" + Highlights.END + ", ";

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Override
    public List<RefusedSubject> put(Collection<SearchDocument> documents) {
        String sql =
                """
                insert into search_entry (subject_id, type, readers, title, body, kind, language,
                                          source, conversation_id, updated_at, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        setweight(to_tsvector('simple', ?), 'A')
                        || setweight(to_tsvector('simple', ?), 'B')
                        || setweight(to_tsvector('simple', ?), 'C'))
                on conflict (subject_id) do update set
                    readers = excluded.readers, title = excluded.title, body = excluded.body,
                    kind = excluded.kind, language = excluded.language, source = excluded.source,
                    conversation_id = excluded.conversation_id,
                    updated_at = excluded.updated_at, words = excluded.words
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (SearchDocument document : documents) {
                bind(connection, insert, document);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write search entries", e);
        }
        return List.of();
    }

    private static void bind(
            Connection connection, PreparedStatement insert, SearchDocument document)
            throws SQLException {
        String body = cut(document.description() + '\n' + document.body());
        insert.setObject(1, document.id());
        insert.setString(2, document.type().id());
        insert.setArray(3, connection.createArrayOf("text", document.readers().toArray()));
        insert.setString(4, document.title());
        insert.setString(5, body);
        insert.setString(6, document.kind());
        insert.setString(7, document.language());
        insert.setString(8, document.source());
        insert.setObject(9, document.conversationId());
        insert.setTimestamp(10, Timestamp.from(document.updatedAt()));
        insert.setString(11, document.title() + ' ' + document.fileName());
        insert.setString(12, body);
        insert.setString(13, cut(document.words()));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_BODY)).replace('\0', ' ');
    }

    @Override
    public void remove(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "delete from search_entry where subject_id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot remove search entries", e);
        }
    }

    @Override
    public Found find(SearchQuery query, Set<String> readers) {
        try (Connection connection = dataSource.getConnection()) {
            long total = count(connection, query, readers);
            List<SearchHit> hits = total == 0 ? List.of() : page(connection, query, readers);
            return new Found(hits, total);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot search", e);
        }
    }

    private static final String MATCHING =
            """
            from search_entry e, params p
            where e.readers && p.readers
              and (p.text = '' or e.words @@ p.query or e.words @@ p.folded)
              and (p.type is null or e.type = p.type)
              and (p.kind is null or e.kind = p.kind)
              and (p.language is null or e.language = p.language)
              and (p.source is null or e.source = p.source)
              and (p.low is null or e.updated_at >= p.low)
              and (p.high is null or e.updated_at < p.high)
            """;

    private static final String PARAMS =
            """
            with params as materialized (
                select ?::text as text, websearch_to_tsquery('simple', ?) as query,
                       websearch_to_tsquery('simple', ?) as folded, ?::text[] as readers,
                       ?::text as type, ?::text as kind, ?::text as language, ?::text as source,
                       ?::timestamptz as low, ?::timestamptz as high
            )
            """;

    private static final String COUNT = PARAMS + "select count(*) " + MATCHING;

    private static long count(Connection connection, SearchQuery query, Set<String> readers)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            bind(connection, select, query, readers);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static final String PAGE =
            PARAMS
                    + ", candidates as (select e.*, p.query, p.folded "
                    + MATCHING
                    + """
                     order by e.updated_at desc limit 2000
                    ), top as (
                        select c.*, ts_rank(c.words, c.query || c.folded) as score
                        from candidates c
                        order by score desc, c.updated_at desc, c.subject_id
                        offset ? limit ?
                    )
                    select t.*,
                           ts_headline('simple', t.title, t.query,
                    """
                    + MARKS
                    + """
                    HighlightAll=true') as marked_title,
                           ts_headline('simple', left(t.body, 50000), t.query,
                    """
                    + MARKS
                    + """
                    MaxFragments=3, MaxWords=25, MinWords=8, FragmentDelimiter= … ')
                               as marked_body
                    from top t order by t.score desc, t.updated_at desc, t.subject_id
                    """;

    private static List<SearchHit> page(
            Connection connection, SearchQuery query, Set<String> readers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            int next = bind(connection, select, query, readers);
            select.setInt(next, query.offset());
            select.setInt(next + 1, query.page().size());
            List<SearchHit> hits = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hits.add(hit(row));
                }
            }
            return hits;
        }
    }

    private static int bind(
            Connection connection, PreparedStatement select, SearchQuery query, Set<String> readers)
            throws SQLException {
        Array tokens = connection.createArrayOf("text", readers.toArray());
        select.setString(1, query.text());
        select.setString(2, query.text());
        select.setString(3, Words.fold(query.text()));
        select.setArray(4, tokens);
        select.setString(5, query.type() == null ? null : query.type().id());
        select.setString(6, query.kind());
        select.setString(7, query.language());
        select.setString(8, query.source());
        select.setObject(9, utc(query.from()));
        select.setObject(10, utc(query.to()));
        return 11;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static SearchHit hit(ResultSet row) throws SQLException {
        return new SearchHit(
                DocumentType.of(row.getString("type")),
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("kind"),
                row.getString("language"),
                row.getString("source"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getDouble("score"),
                row.getObject("conversation_id", UUID.class),
                highlights(row.getString("marked_title"), row.getString("marked_body")));
    }

    private static Map<String, List<String>> highlights(String title, String body) {
        Map<String, List<String>> highlights = new HashMap<>();
        if (title.contains(Highlights.START)) {
            highlights.put("title", List.of(Highlights.html(title)));
        }
        if (body.contains(Highlights.START)) {
            highlights.put("content", List.of(Highlights.html(body)));
        }
        return highlights;
    }
}
