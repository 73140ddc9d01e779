package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Library;
import io.artifactor.it.artifact.Rows;
import io.artifactor.launcher.Endpoint;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** What tests of search say again and again. */
abstract class Searches extends Library {

    static final Duration SOON = Duration.ofSeconds(30);

    /** Elasticsearch's dates end before; PostgreSQL's do not. */
    static final String UNINDEXABLE = "20000-01-01T00:00:00Z";

    static Response search(TestingUser user, Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/search");
    }

    static List<String> titles(TestingUser user, String text) {
        Response answer = search(user, Map.of("q", text));
        answer.then().statusCode(200);
        return answer.jsonPath().getList("items.title");
    }

    static void awaitFound(TestingUser user, String text, int hits) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(titles(user, text)).hasSize(hits));
    }

    /** The same of one of the two indexes, where the other may answer in between. */
    static void awaitFound(TestingUser user, String text, int hits, boolean degraded) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> search(user, Map.of("q", text)),
                        answer ->
                                isOf(degraded, answer)
                                        && answer.<List<?>>path("items").size() == hits);
    }

    /**
     * What one of the two indexes says. On a machine that stands still for a moment the other one
     * may answer in between, which is what it is for.
     */
    static Response answered(boolean degraded, Supplier<Response> question) {
        return await("an answer with degraded = " + degraded)
                .atMost(SOON)
                .until(question::get, answer -> isOf(degraded, answer));
    }

    private static boolean isOf(boolean degraded, Response answer) {
        return Boolean.valueOf(degraded).equals(answer.path("degraded"));
    }

    /** Waits until Elasticsearch answers, or until it does not. */
    static void awaitDegraded(boolean degraded) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        (degraded ? "degraded" : "up")
                                .equals(anonymous().get("/health").path("search")));
    }

    /** A conversation as an import would have left it, with one message to be seen and one not. */
    static UUID addConversation(TestingUser user, String title, String message, String changed)
            throws SQLException {
        UUID id = UUID.randomUUID();
        Rows.execute(
                """
                insert into conversation (id, workspace_id, title, source, source_id,
                        message_count, created_at, updated_at, imported_at, changed_at)
                    select ?, w.id, ?, 'chatgpt', gen_random_uuid()::text, 2, null, ?::timestamptz,
                        now(), now()
                    from workspace w join app_user u on u.id = w.owner_id where u.username = ?
                """,
                id,
                title,
                changed,
                user.username());
        for (boolean hidden : new boolean[] {false, true}) {
            Rows.execute(
                    """
                    insert into message (id, conversation_id, source_id, position, sender, body,
                            on_active_path, hidden)
                        values (gen_random_uuid(), ?, ?, ?, 'human', ?, true, ?)
                    """,
                    id,
                    "m" + hidden,
                    hidden ? 1 : 0,
                    hidden ? "concealment" : message,
                    hidden);
        }
        Rows.execute(
                """
                insert into outbox (reader, event, subject)
                    select reader, 'conversation.changed', ? from (values ('search-postgresql'),
                        ('search-elasticsearch')) as r (reader)
                """,
                id);
        return id;
    }

    /** What search should know of everything the user has: title, time and content by id. */
    static Map<String, String> inDatabase(TestingUser user) throws SQLException {
        String sql =
                """
                select a.id, a.title, a.updated_at, 'artifact' as type
                from artifact a join app_user u on u.id = a.owner_id
                where u.username = ? and a.deleted_at is null
                union all
                select c.id, c.title, coalesce(c.updated_at, c.changed_at), 'conversation'
                from conversation c join workspace w on w.id = c.workspace_id
                join app_user u on u.id = w.owner_id
                where u.username = ? and c.deleted_at is null
                """;
        Endpoint database = RunningServer.stack().database();
        Map<String, String> things = new TreeMap<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, user.username());
            select.setString(2, user.username());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = row.getString("id");
                    String content =
                            "artifact".equals(row.getString("type"))
                                    ? as(user).get("/artifacts/{id}/content", id).asString()
                                    : as(user).get("/conversations/{id}/messages", id)
                                            .path("items[0].text");
                    things.put(
                            id,
                            "%s at %s: %s"
                                    .formatted(
                                            row.getString("title"),
                                            row.getTimestamp("updated_at").toInstant(),
                                            content));
                }
            }
        }
        return things;
    }

    static void importNote(TestingUser user, String text) {
        String id =
                as(user).contentType("text/markdown")
                        .queryParam("fileName", "note.md")
                        .body(text)
                        .post("/imports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as(user).post("/imports/{id}/start", id).then().statusCode(202);
        await().atMost(SOON)
                .until(() -> "completed".equals(as(user).get("/imports/{id}", id).path("state")));
    }

    /** Why Elasticsearch did not take a document; empty if it was not refused so far. */
    static String refusal(UUID subject) throws SQLException {
        String sql =
                "select coalesce(max(last_error), '') from outbox"
                        + " where reader = 'search-elasticsearch' and subject = ?";
        Endpoint database = RunningServer.stack().database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
