package io.artifactor.search;

import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.Reach;
import io.artifactor.problem.Problem;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the documents of artifacts and conversations from their state of now; two statements for
 * any number of them. What is deleted has no document.
 */
@ApplicationScoped
public class SearchDocuments {

    private static final Logger LOG = Logger.getLogger(SearchDocuments.class.getName());

    private static final int LONGEST_CONTENT = 256 * 1024;

    private static final String CONVERSATIONS =
            """
            select c.id, c.workspace_id, c.title, c.source,
                   coalesce(c.updated_at, c.changed_at) as updated_at,
                   coalesce(c.created_at, c.imported_at) as created_at,
                   (select left(string_agg(left(m.body, 900000), ' ' order by m.position), 900000)
                    from message m
                    where m.conversation_id = c.id and not m.hidden) as body
            from conversation c where c.id = any(?) and c.deleted_at is null
            """;

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private BlobStore blobs;

    List<SearchDocument> load(Collection<UUID> ids) {
        List<SearchDocument> documents = new ArrayList<>(ids.size());
        try (Connection connection = dataSource.getConnection()) {
            addArtifacts(connection, ids, documents);
            addConversations(connection, ids, documents);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read what is to be found", e);
        }
        return documents;
    }

    private void addArtifacts(
            Connection connection, Collection<UUID> ids, List<SearchDocument> documents)
            throws SQLException {
        String sql =
                """
                select a.id, a.reading_scope, a.size, a.created_at, lower(u.username) as owner, a.title, a.description, a.file_name, a.kind, a.language,
                       a.source, a.conversation_id, a.updated_at, a.sha256, a.media_type,
                       tags.names as tags, tags.keys as tag_keys, above.ids as folders,
                       above.path, c.name as category_name, a.category_id,
                       (select string_agg(p.key || ' ' || p.value, E'\\n' order by p.key)
                        from jsonb_each_text(a.properties) p) as properties,
                       read.body as words
                from artifact a join app_user u on u.id = a.owner_id
                left join category c on c.id = a.category_id
                left join folder f on f.id = a.folder_id
                left join lateral (
                    select array_agg(t.name order by t.name_key) as names,
                           array_agg(t.name_key order by t.name_key) as keys
                    from artifact_tag x join tag t on t.id = x.tag_id
                    where x.artifact_id = a.id) tags on true
                left join lateral (
                    select array_agg(p.id order by length(p.trail), p.id) as ids,
                           string_agg(p.name, '/' order by length(p.trail)) as path
                    from folder p
                    where p.id = any(string_to_array(rtrim(f.trail, '/'), '/')::uuid[])
                    ) above on true
                left join preview read on read.sha256 = a.sha256 and read.kind = 'text'
                    and read.state = 'ready'
                where a.id = any(?) and a.deleted_at is null
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.add(artifact(row));
                }
            }
        }
    }

    private SearchDocument artifact(ResultSet row) throws SQLException {
        byte[] words = row.getBytes("words");
        String body =
                words != null
                        ? wordsRead(words)
                        : content(row.getString("sha256"), row.getString("media_type"));
        String title = row.getString("title");
        String fileName = row.getString("file_name");
        SearchPlace place = place(row);
        return new SearchDocument(
                row.getObject("id", UUID.class),
                DocumentType.ARTIFACT,
                Reach.tokensOf(
                        row.getObject("reading_scope", UUID.class),
                        new ArtifactId(row.getObject("id", UUID.class))),
                Highlights.unmarked(title),
                Highlights.unmarked(row.getString("description")),
                fileName,
                body,
                new SearchFacts(
                        row.getString("kind"),
                        row.getString("language"),
                        row.getString("source"),
                        row.getObject("conversation_id", UUID.class),
                        row.getString("owner"),
                        row.getLong("size"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()),
                place);
    }

    private static SearchPlace place(ResultSet row) throws SQLException {
        return new SearchPlace(
                array(row, "tags", String[].class),
                array(row, "tag_keys", String[].class),
                textOf(row, "path"),
                array(row, "folders", UUID[].class),
                textOf(row, "category_name"),
                row.getObject("category_id", UUID.class),
                textOf(row, "properties"));
    }

    private static String textOf(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : Highlights.unmarked(text);
    }

    private static <T> List<T> array(ResultSet row, String column, Class<T[]> type)
            throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of(type.cast(array.getArray()));
    }

    private static void addConversations(
            Connection connection, Collection<UUID> ids, List<SearchDocument> documents)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONVERSATIONS)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.add(conversation(row));
                }
            }
        }
    }

    private static SearchDocument conversation(ResultSet row) throws SQLException {
        String stored = row.getString("body");
        String body = stored == null ? "" : Highlights.unmarked(stored);
        UUID id = row.getObject("id", UUID.class);
        return new SearchDocument(
                id,
                DocumentType.CONVERSATION,
                List.of("w:" + row.getObject("workspace_id", UUID.class)),
                Highlights.unmarked(row.getString("title")),
                "",
                "",
                body,
                new SearchFacts(
                        null,
                        null,
                        row.getString("source"),
                        id,
                        null,
                        body.length(),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()),
                SearchPlace.NONE);
    }

    /** What a worker read from a document that is no text; the beginning, as of all content. */
    private static String wordsRead(byte[] words) {
        int length = Math.min(words.length, LONGEST_CONTENT);
        return Highlights.unmarked(new String(words, 0, length, StandardCharsets.UTF_8));
    }

    /** The beginning of the content where it is text; a missing blob does not hide the artifact. */
    private String content(@Nullable String sha256, String mediaType) {
        if (sha256 == null || !isText(mediaType)) {
            return "";
        }
        try (InputStream in = blobs.open(new Sha256(sha256), 0, LONGEST_CONTENT)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Highlights.unmarked(text.replace('\0', ' '));
        } catch (Problem e) {
            LOG.log(Level.WARNING, "Content is not searchable: {0}", e.detail());
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read content to be found", e);
        }
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.startsWith("application/vnd.ant.")
                || mediaType.endsWith("+xml")
                || mediaType.endsWith("+json")
                || TEXT_APPLICATIONS.contains(mediaType);
    }

    private static final Set<String> TEXT_APPLICATIONS =
            Set.of(
                    "application/json",
                    "application/xml",
                    "application/javascript",
                    "application/x-javascript",
                    "application/typescript",
                    "application/x-sh",
                    "application/x-python",
                    "application/sql",
                    "application/x-sql",
                    "application/yaml",
                    "application/x-yaml",
                    "application/toml",
                    "application/x-httpd-php",
                    "application/x-ipynb+json",
                    "application/x-ndjson");
}
