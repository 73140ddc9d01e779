package io.artifactor.it.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in is read from the beginning by those its sender names, and by nobody else. */
class VisibilityOnArrivalIT extends Readers {

    private static final String CONTENT = "of it";

    /** The ways in; each answers as the request that brings the end of the content. */
    enum Way {
        TEXT {
            @Override
            Response send(TestingUser user, String workspace, String visibility) {
                return Places.send(
                        user,
                        "/artifacts",
                        Map.of(
                                "title",
                                "a",
                                "content",
                                CONTENT,
                                "workspaceId",
                                workspace,
                                "visibility",
                                visibility));
            }
        },
        FILE {
            @Override
            Response send(TestingUser user, String workspace, String visibility) {
                return as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "a.txt")
                        .queryParam("workspaceId", workspace)
                        .queryParam("visibility", visibility)
                        .body(CONTENT.getBytes(UTF_8))
                        .post("/artifacts/upload");
            }
        },
        FORM {
            @Override
            Response send(TestingUser user, String workspace, String visibility) {
                return as(user).multiPart("workspaceId", workspace)
                        .multiPart("visibility", visibility)
                        .multiPart("file", "a.txt", CONTENT.getBytes(UTF_8))
                        .post("/artifacts/upload");
            }
        },
        PIECES {
            @Override
            Response send(TestingUser user, String workspace, String visibility) {
                Response begun = beginning(user, workspace, visibility).post("/uploads");
                return begun.statusCode() == 201
                        ? append(append(begun, user, begun, 0, 2), user, begun, 2, CONTENT.length())
                        : begun;
            }

            private static Response append(
                    Response before, TestingUser user, Response begun, int from, int to) {
                assertThat(before.statusCode()).isBetween(200, 204);
                String id = begun.header("Location").replaceFirst(".*/", "");
                return Pieces.by(user)
                        .contentType(Pieces.TYPE)
                        .header("Upload-Offset", from)
                        .body(CONTENT.substring(from, to).getBytes(UTF_8))
                        .patch("/uploads/{id}", id);
            }
        },
        PIECE_AT_ONCE {
            @Override
            Response send(TestingUser user, String workspace, String visibility) {
                return beginning(user, workspace, visibility)
                        .contentType(Pieces.TYPE)
                        .body(CONTENT.getBytes(UTF_8))
                        .post("/uploads");
            }
        };

        abstract Response send(TestingUser user, String workspace, String visibility);

        private static RequestSpecification beginning(
                TestingUser user, String workspace, String visibility) {
            return Pieces.beginning(
                    user,
                    CONTENT.length(),
                    Map.of(
                            "filename",
                            "a.txt",
                            "workspaceId",
                            workspace,
                            "visibility",
                            visibility));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidToBePrivateIsReadByItsOwnerAndTheAdminsAlone(Way way) {
        assertThat(way.send(writer, place, "private").statusCode()).isBetween(200, 204);

        assertThat(titles(writer)).hasSize(1);
        assertThat(titles(founder)).hasSize(1);
        assertThat(titles(colleague)).isEmpty();
        assertThat(ids(writer, "/artifacts?visibility=private")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidToBePublicIsReadByEverybody(Way way) {
        assertThat(way.send(writer, place, "public").statusCode()).isBetween(200, 204);

        String artifact = ids(writer, "/artifacts?visibility=public").getFirst();
        assertThat(status(newUser(), artifact)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyKnowsIsRefused(Way way) {
        assertThat(way.send(writer, place, "secret").statusCode()).isEqualTo(400);

        assertThat(titles(writer)).isEmpty();
    }

    /** What is not said is not guessed from what the sender kept private before. */
    @Test
    void theSameOnceMoreIsSharedIfNothingIsSaid() {
        Way.FILE.send(writer, place, "private").then().statusCode(201);

        as(writer)
                .contentType(ContentType.BINARY)
                .queryParam("fileName", "b.txt")
                .queryParam("workspaceId", place)
                .body(CONTENT.getBytes(UTF_8))
                .post("/artifacts/upload")
                .then()
                .statusCode(201);

        assertThat(titles(colleague)).hasSize(1);
    }
}
