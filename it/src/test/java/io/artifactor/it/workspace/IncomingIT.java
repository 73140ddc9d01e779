package io.artifactor.it.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in goes where its sender says, if they may change something there. */
class IncomingIT extends Places {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final TestingUser owner = newUser();
    private final String place = workspace(owner, "Harbour");
    private final String word = "narwhal" + System.nanoTime();

    /** The ways in. */
    enum Way {
        FILE {
            @Override
            Response send(TestingUser user, String workspace, String content) {
                return as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "a.txt")
                        .queryParam("workspaceId", workspace)
                        .body(content.getBytes(UTF_8))
                        .post("/artifacts/upload");
            }
        },
        FORM {
            @Override
            Response send(TestingUser user, String workspace, String content) {
                return as(user).multiPart("workspaceId", workspace)
                        .multiPart("file", "a.txt", content.getBytes(UTF_8))
                        .post("/artifacts/upload");
            }
        },
        PIECES {
            @Override
            Response send(TestingUser user, String workspace, String content) {
                Map<String, String> said = Map.of("filename", "a.txt", "workspaceId", workspace);
                return Pieces.beginning(user, content.length(), said)
                        .contentType(Pieces.TYPE)
                        .body(content.getBytes(UTF_8))
                        .post("/uploads");
            }
        },
        IMPORT {
            @Override
            Response send(TestingUser user, String workspace, String content) {
                return as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "pasted.txt")
                        .queryParam("workspaceId", workspace)
                        .queryParam("start", true)
                        .body(pasted(content).getBytes(UTF_8))
                        .post("/imports");
            }
        },
        PASTE {
            @Override
            Response send(TestingUser user, String workspace, String content) {
                return as(user).contentType(ContentType.TEXT)
                        .queryParam("workspaceId", workspace)
                        .body(pasted(content))
                        .post("/claude/download");
            }
        };

        abstract Response send(TestingUser user, String workspace, String content);

        private static String pasted(String content) {
            return "=== ARTIFACT: a.txt ===\n" + content + "\n";
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEditorBringsThingsInAndEverybodyThereReadsThem(Way way) {
        TestingUser editor = member(owner, place, "editor");
        int status = way.send(editor, place, word).statusCode();
        assertThat(status).isBetween(200, 202);

        await().atMost(AT_MOST)
                .untilAsserted(() ->
                        as(owner)
                                .get("/artifacts")
                                .then()
                                .body("items", hasSize(1))
                                .body("items.workspaceId", contains(place)));
    }

    @ParameterizedTest
    @EnumSource
    void viewersAreRefusedAndStrangersFindNoSuchPlace(Way way) {
        way.send(member(owner, place, "viewer"), place, word).then().statusCode(403);
        way.send(newUser(), place, word).then().statusCode(404);
        way.send(owner, "none", word).then().statusCode(400);

        as(owner).get("/artifacts").then().body("items", empty());
        as(owner).get("/imports").then().body("items", empty());
    }

    @Test
    void theSameFileInAnotherTrashStaysThere() {
        String own =
                Way.FILE
                        .send(owner, personalOf(owner), word)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as(owner).header("If-Match", "*").delete("/artifacts/{id}", own).then().statusCode(204);

        String added =
                Way.FILE.send(owner, place, word).then().statusCode(201).extract().path("id");
        as(owner).get("/trash").then().body("items.id", contains(own));
        as(owner).header("If-Match", "*").delete("/artifacts/{id}", added).then().statusCode(204);
        Way.FILE
                .send(member(owner, place, "editor"), place, word)
                .then()
                .statusCode(200)
                .body("id", equalTo(added));
    }

    @Test
    void aWorkspaceWithAConversationIsNotDeleted() {
        String id =
                as(owner)
                        .contentType(ContentType.JSON)
                        .queryParam("workspaceId", place)
                        .queryParam("start", true)
                        .body(
                                """
                                [{"uuid": "%s", "name": "Talk", "chat_messages": [
                                    {"uuid": "m1", "sender": "human", "text": "hello"}]}]
                                """
                                        .formatted(word))
                        .post("/imports")
                        .then()
                        .statusCode(201)
                        .body("workspaceId", equalTo(place))
                        .extract()
                        .path("id");
        await().atMost(AT_MOST)
                .until(() -> as(owner).get("/imports/{id}", id).path("state").equals("completed"));
        TestingUser viewer = member(owner, place, "viewer");
        String conversation = as(viewer).get("/conversations").path("items[0].id");
        delete(owner, place).then().statusCode(409);

        as(viewer).delete("/conversations/{id}", conversation).then().statusCode(403);
        as(owner).delete("/conversations/{id}", conversation).then().statusCode(204);
        delete(owner, place).then().statusCode(204);
        as(owner).get("/imports/{id}", id).then().statusCode(404);
    }

    @Test
    void whoLeftBringsNothingInAnyMore() {
        TestingUser editor = member(owner, place, "editor");
        String id =
                as(editor)
                        .contentType(ContentType.TEXT)
                        .queryParams(Map.of("workspaceId", place, "fileName", "pasted.txt"))
                        .body("=== ARTIFACT: a.txt ===\n" + word + "\n")
                        .post("/imports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        remove(owner, place, editor).then().statusCode(204);

        as(editor).post("/imports/{id}/start", id).then().statusCode(404);
        as(owner).get("/artifacts").then().body("items", empty());
    }
}
