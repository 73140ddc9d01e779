package io.artifactor.it.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Library;
import io.artifactor.it.artifact.Rows;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationsIT extends Library {

    private final TestingUser user = newUser();
    private final UUID chat = UUID.randomUUID();
    private final UUID question = UUID.randomUUID();
    private final UUID answer = UUID.randomUUID();
    private String artifact = "";

    /** As an import would have left it. */
    @BeforeEach
    void importOne() throws SQLException {
        artifact = add(user, "Made in a chat", "content");
        addConversation(chat, "Sorting 100%", "claude", "2026-03-01T10:00:00Z");
        Rows.execute(
                """
                insert into message (id, conversation_id, source_id, parent_source_id, position,
                        sender, body, sent_at, on_active_path, hidden)
                    values (?, ?, 'q', null, 0, 'human', 'How do I sort?',
                        '2026-03-01T10:00:00Z', true, false)
                """,
                question,
                chat);
        Rows.execute(
                """
                insert into message (id, conversation_id, source_id, parent_source_id, position,
                        sender, model, body, on_active_path, hidden)
                    values (?, ?, 'a', 'q', 1, 'assistant', 'model-1', 'Like this.', true, false)
                """,
                answer,
                chat);
        Rows.execute(
                """
                insert into message (id, conversation_id, source_id, parent_source_id, position,
                        sender, body, on_active_path, hidden)
                    values (?, ?, 'h', 'a', 2, 'system', 'kept from view', false, true)
                """,
                UUID.randomUUID(),
                chat);
        Rows.execute("update artifact set conversation_id = ? where id = ?::uuid", chat, artifact);
        Rows.execute(
                "update artifact_version set message_id = ?, model = 'model-1'"
                        + " where artifact_id = ?::uuid",
                answer,
                artifact);
    }

    private void addConversation(UUID id, String title, String source, String changed)
            throws SQLException {
        Rows.execute(
                """
                insert into conversation (id, workspace_id, title, source, source_id,
                        message_count, created_at, updated_at, imported_at, changed_at)
                    select ?, w.id, ?, ?, gen_random_uuid()::text, 3, null, ?::timestamptz, now(),
                        ?::timestamptz
                    from workspace w join app_user u on u.id = w.owner_id where u.username = ?
                """,
                id,
                title,
                source,
                changed,
                changed,
                user.username());
    }

    private Response conversations(TestingUser reader, Map<String, ?> parameters) {
        return as(reader).queryParams(parameters).get("/conversations");
    }

    @Test
    void aConversationIsReadWithItsCounts() {
        as(user).get("/conversations/{id}", chat)
                .then()
                .statusCode(200)
                .body("id", equalTo(chat.toString()))
                .body("title", equalTo("Sorting 100%"))
                .body("source", equalTo("claude"))
                .body("messageCount", equalTo(3))
                .body("artifactCount", equalTo(1))
                .body("createdAt", nullValue())
                .body("updatedAt", equalTo("2026-03-01T10:00:00Z"));
    }

    @Test
    void messagesComeInOrderWithoutTheHiddenOnes() {
        Response first = as(user).queryParam("size", 1).get("/conversations/{id}/messages", chat);

        first.then()
                .body("items.id", contains(question.toString()))
                .body("items[0].sender", equalTo("human"))
                .body("items[0].text", equalTo("How do I sort?"))
                .body("items[0].parentId", nullValue());
        as(user).queryParam("size", 1)
                .queryParam("cursor", first.<String>path("next"))
                .queryParam("total", true)
                .get("/conversations/{id}/messages", chat)
                .then()
                .body("items.id", contains(answer.toString()))
                .body("items[0].parentId", equalTo(question.toString()))
                .body("items[0].model", equalTo("model-1"))
                .body("items[0].onActivePath", equalTo(true))
                .body("next", nullValue())
                .body("total", equalTo(2));
    }

    @Test
    void linksGoInBothDirections() {
        get(user, artifact)
                .then()
                .body("origin.conversationId", equalTo(chat.toString()))
                .body("origin.conversationTitle", equalTo("Sorting 100%"))
                .body("origin.messageId", equalTo(answer.toString()))
                .body("origin.model", equalTo("model-1"));
        as(user).get("/conversations/{id}/artifacts", chat)
                .then()
                .body("items.id", contains(artifact));
        list(user, Map.of("conversation", chat)).then().body("items.id", contains(artifact));
    }

    @Test
    void theLastChangedComesFirstAndPagesGoOn() throws SQLException {
        UUID newer = UUID.randomUUID();
        UUID older = UUID.randomUUID();
        addConversation(newer, "Newer", "chatgpt", "2026-05-01T00:00:00Z");
        addConversation(older, "Older", "chatgpt", "2025-05-01T00:00:00Z");

        Response first = conversations(user, Map.of("size", 2, "total", true));

        first.then()
                .body("items.title", contains("Newer", "Sorting 100%"))
                .body("total", equalTo(3));
        conversations(user, Map.of("size", 2, "cursor", first.<String>path("next")))
                .then()
                .body("items.title", contains("Older"))
                .body("next", nullValue());
        conversations(user, Map.of("source", "chatgpt")).then().body("items", hasSize(2));
        conversations(user, Map.of("q", "0%")).then().body("items.id", contains(chat.toString()));
        conversations(user, Map.of("from", "2026-01-01", "to", "2026-04-01"))
                .then()
                .body("items.id", contains(chat.toString()));
        assertThat(first.header("X-Sql-Statements")).isEqualTo("2");
    }

    @Test
    void aDeletedConversationLeavesItsArtifacts() {
        as(user).delete("/conversations/{id}", chat).then().statusCode(204);

        as(user).get("/conversations/{id}", chat).then().statusCode(404);
        as(user).get("/conversations/{id}/messages", chat).then().statusCode(404);
        as(user).get("/conversations/{id}/artifacts", chat).then().statusCode(404);
        as(user).delete("/conversations/{id}", chat).then().statusCode(404);
        conversations(user, Map.of()).then().body("items", empty());
        get(user, artifact).then().statusCode(200).body("origin", nullValue());
    }

    @Test
    void aStrangerSeesNothingOfMine() {
        TestingUser stranger = newUser();

        as(stranger).get("/conversations/{id}", chat).then().statusCode(404);
        as(stranger).get("/conversations/{id}/messages", chat).then().statusCode(404);
        as(stranger).get("/conversations/{id}/artifacts", chat).then().statusCode(404);
        as(stranger).delete("/conversations/{id}", chat).then().statusCode(404);
        conversations(stranger, Map.of("total", true))
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
        list(stranger, Map.of("conversation", chat)).then().body("items", empty());
        as(user).get("/conversations/{id}", chat).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "size, 0",
        "size, 99999999999999999999",
        "cursor, abc",
        "source, moon",
        "from, never",
        "to, +999999999-12-31T23:59:59Z",
    })
    void aBadParameterIsRefusedByName(String name, String value) {
        conversations(user, Map.of(name, value))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(name));
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        as(user).get("/conversations/{id}", "zzz").then().statusCode(400);
        as(user).get("/conversations/{id}", ABSENT).then().statusCode(404);
    }
}
