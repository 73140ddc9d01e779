package io.artifactor.search;

import io.artifactor.outbox.RefusedSubject;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * PostgreSQL's own full text, for when Elasticsearch is away. Ranks among the newest candidates
 * only: ranking everything that matches a common word would take seconds.
 */
@ApplicationScoped
class PostgresIndex implements SearchIndex {

    /** A tsvector may have a megabyte; so much text never reaches it. */
    private static final int LONGEST_BODY = 200_000;

    /**
     * Half of a tsvector's megabyte is for where the words stand; the words beside the text get
     * what is left.
     */
    private static final int LONGEST_INDEXED = 300_000;

    private static final int LONGEST_BESIDE = 60_000;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Override
    public List<RefusedSubject> put(Collection<SearchDocument> documents) {
        String sql =
                """
                insert into search_entry (subject_id, type, readers, title, body, kind, language,
                                          source, conversation_id, updated_at,
                                          tags, category_id, folders, owner, size, created_at,
                                          title_key, hash, words, named)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        setweight(to_tsvector('simple', ?), 'A')
                        || setweight(to_tsvector('simple', ?), 'B')
                        || setweight(to_tsvector('simple', ?), 'D')
                        || setweight(to_tsvector('simple', ?), 'C'),
                        setweight(to_tsvector('simple', ?), 'A')
                        || setweight(to_tsvector('simple', ?), 'B'))
                on conflict (subject_id) do update set
                    readers = excluded.readers, title = excluded.title, body = excluded.body,
                    kind = excluded.kind, language = excluded.language, source = excluded.source,
                    conversation_id = excluded.conversation_id,
                    updated_at = excluded.updated_at, tags = excluded.tags,
                    category_id = excluded.category_id, folders = excluded.folders,
                    owner = excluded.owner, size = excluded.size,
                    created_at = excluded.created_at, title_key = excluded.title_key,
                    hash = excluded.hash, words = excluded.words, named = excluded.named
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (SearchDocument document : documents) {
                bind(connection, insert, document);
                insert.addBatch();
            }
            insert.executeBatch();
            SearchWords.remember(connection, documents);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write search entries", e);
        }
        return List.of();
    }

    private static void bind(
            Connection connection, PreparedStatement insert, SearchDocument document)
            throws SQLException {
        SearchFacts facts = document.facts();
        SearchPlace place = document.place();
        insert.setObject(1, document.id());
        insert.setString(2, document.type().id());
        insert.setArray(3, connection.createArrayOf("text", document.readers().toArray()));
        insert.setString(4, document.title());
        insert.setString(5, cut(document.description() + '\n' + document.body()));
        insert.setString(6, facts.kind());
        insert.setString(7, facts.language());
        insert.setString(8, facts.source());
        insert.setObject(9, facts.conversation());
        insert.setTimestamp(10, millis(facts.updatedAt()));
        insert.setArray(11, connection.createArrayOf("text", place.tagKeys().toArray()));
        insert.setObject(12, place.category(), Types.OTHER);
        insert.setArray(13, connection.createArrayOf("uuid", place.folders().toArray()));
        insert.setString(14, facts.owner());
        insert.setLong(15, facts.size());
        insert.setTimestamp(16, millis(facts.createdAt()));
        insert.setString(17, document.titleKey());
        insert.setString(18, document.hash());
        bindWords(insert, document);
    }

    private static void bindWords(PreparedStatement insert, SearchDocument document)
            throws SQLException {
        String file = withOtherForms(document.fileName());
        String description = withOtherForms(cut(document.description()));
        String head = file + ' ' + description + ' ' + withOtherForms(document.place().text());
        String body = cut(document.body());
        insert.setString(19, indexed(withOtherForms(document.title()), LONGEST_BESIDE));
        insert.setString(20, indexed(head, LONGEST_BESIDE));
        insert.setString(21, indexed(body, LONGEST_INDEXED));
        insert.setString(22, indexed(Words.beside(body), LONGEST_BESIDE));
        insert.setString(23, indexed(file, LONGEST_BESIDE));
        insert.setString(24, indexed(description, LONGEST_BESIDE));
    }

    private static String withOtherForms(String text) {
        return text + ' ' + Words.beside(text);
    }

    /** As exactly as Elasticsearch has it, so that a page goes on where the other's ended. */
    private static Timestamp millis(Instant time) {
        return Timestamp.from(time.truncatedTo(ChronoUnit.MILLIS));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_BODY)).replace('\0', ' ');
    }

    /**
     * PostgreSQL's own parser takes markup, paths and dotted names as one word each and knows the
     * letters of its locale only; of plain words it makes what stands there.
     */
    private static String indexed(String text, int longestBytes) {
        String plain = Words.plain(cut(text));
        int bytes = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (bytes > longestBytes) {
                return plain.substring(0, i);
            }
        }
        return plain;
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
    public Found find(SearchQuery query, Set<String> readers, Matching matching) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<QueryText> wanted = query.wanted();
            if (matching == Matching.NEARLY && wanted.isPresent()) {
                wanted = Optional.of(SearchWords.loosened(connection, wanted.get()));
            }
            return new PostgresQuery(query, wanted, readers).find(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot search", e);
        }
    }
}
