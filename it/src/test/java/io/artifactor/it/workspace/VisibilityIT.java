package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.artifact.ReadingScope;
import io.artifactor.artifact.Visibility;
import io.artifactor.identity.UserId;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.workspace.WorkspaceId;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads, changes and decides about what is private, shared or public. */
class VisibilityIT extends Readers {

    @Test
    void whatIsPrivateIsReadByItsOwnerAndTheAdminsAlone() {
        TestingUser admin = member(founder, place, "admin");
        String artifact = artifact(writer, place, "Salaries");
        assertThat(status(colleague, artifact)).isEqualTo(200);

        set(writer, artifact, "private").then().statusCode(200);

        assertThat(status(writer, artifact)).isEqualTo(200);
        assertThat(status(admin, artifact)).isEqualTo(200);
        assertThat(status(founder, artifact)).isEqualTo(200);
        assertThat(status(colleague, artifact)).isEqualTo(404);
        assertThat(status(newUser(), artifact)).isEqualTo(404);
        assertThat(titles(colleague)).isEmpty();
        assertThat(titles(writer)).containsExactly("Salaries");
    }

    @Test
    void whatIsPublicIsReadByEverybodyAndChangedByTheMembersAlone() {
        String artifact = artifact(writer, place, "Handbook");
        set(writer, artifact, "public").then().statusCode(200);
        TestingUser stranger = newUser();

        assertThat(status(stranger, artifact)).isEqualTo(200);
        assertThat(describe(stranger, artifact)).isEqualTo(403);
        assertThat(describe(colleague, artifact)).isEqualTo(200);
        assertThat(as(stranger).get("/artifacts/{id}/versions", artifact).statusCode())
                .isEqualTo(200);
        assertThat(as(stranger).get("/artifacts/{id}/access", artifact).statusCode())
                .isEqualTo(403);
        assertThat(read(stranger, place).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheOwnerAndAnAdminDecideWhoReads() {
        String artifact = artifact(writer, place, "Mine");
        assertThat(set(colleague, artifact, "private").statusCode()).isEqualTo(403);
        assertThat(set(newUser(), artifact, "private").statusCode()).isEqualTo(404);
        assertThat(set(founder, artifact, "private").statusCode()).isEqualTo(200);
        assertThat(set(colleague, artifact, "shared").statusCode()).isEqualTo(404);
        assertThat(set(writer, artifact, "shared").statusCode()).isEqualTo(200);
        assertThat(set(writer, artifact, "secret").statusCode()).isEqualTo(400);
    }

    @Test
    void aChangeOfWhoReadsIsNotedWithBeforeAndAfter() throws SQLException {
        String artifact = artifact(writer, place, "Noted");
        set(writer, artifact, "public").then().statusCode(200);
        set(writer, artifact, "private").then().statusCode(200);

        assertThat(
                        Rows.count(
                                "select count(*) from audit_entry where action ="
                                        + " 'artifact-visibility-changed' and subject = ? and"
                                        + " detail->>'from' = 'public' and detail->>'to' ="
                                        + " 'private'",
                                "artifact:" + artifact))
                .isEqualTo(1);
    }

    @Test
    void aGrantOfSomethingPrivateGivesWhatItSaysAndNoMore() {
        String artifact = artifact(writer, place, "Draft");
        set(writer, artifact, "private").then().statusCode(200);
        grant(writer, artifact, colleague, "viewer");

        await().atMost(REMEMBERED)
                .untilAsserted(() -> assertThat(status(colleague, artifact)).isEqualTo(200));
        assertThat(describe(colleague, artifact)).isEqualTo(403);
        assertThat(
                        as(colleague)
                                .header("If-Match", "*")
                                .delete("/artifacts/{id}", artifact)
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        send(colleague, "/artifacts/batch/delete", Map.of("ids", List.of(artifact)))
                                .<String>path("items[0].outcome"))
                .isEqualTo("refused");
        grant(writer, artifact, colleague, "editor");
        assertThat(describe(colleague, artifact)).isEqualTo(200);
    }

    @Test
    void whoBecomesAnAdminReadsWhatIsPrivateAndWhoIsNoneAnyMoreDoesNot() {
        String artifact = artifact(writer, place, "Papers");
        set(writer, artifact, "private").then().statusCode(200);
        assertThat(status(colleague, artifact)).isEqualTo(404);

        changeRole(founder, place, colleague, "admin").then().statusCode(200);
        assertThat(status(colleague, artifact)).isEqualTo(200);

        changeRole(founder, place, colleague, "editor").then().statusCode(200);
        assertThat(status(colleague, artifact)).isEqualTo(404);
    }

    @Test
    void whoLeavesTheWorkspaceLeavesWhatIsPrivateToItsAdmins() {
        String artifact = artifact(writer, place, "Left behind");
        set(writer, artifact, "private").then().statusCode(200);

        remove(founder, place, writer).then().statusCode(204);

        assertThat(status(writer, artifact)).isEqualTo(404);
        assertThat(status(founder, artifact)).isEqualTo(200);
    }

    @Test
    void whoHandsOnWhatIsPrivateDoesNotReadItAnyMore() {
        String artifact = artifact(writer, place, "Handed on");
        set(writer, artifact, "private").then().statusCode(200);

        as(writer)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("userId", idOf(colleague)))
                .put("/artifacts/{id}/owner", artifact)
                .then()
                .statusCode(200);

        assertThat(status(writer, artifact)).isEqualTo(404);
        assertThat(status(colleague, artifact)).isEqualTo(200);
    }

    @Test
    void whoMayReadIsToldWithTheReason() {
        String artifact = artifact(writer, place, "Asked about");
        assertThat(reasons(founder, artifact)).containsOnly("membership");

        set(writer, artifact, "private").then().statusCode(200);
        assertThat(reasons(founder, artifact)).containsExactlyInAnyOrder("owner", "administration");

        set(writer, artifact, "public").then().statusCode(200);
        assertThat(reasons(founder, artifact).getFirst()).isEqualTo("public");
        assertThat(reasons(founder, artifact)).hasSize(4);
    }

    @Test
    void theDatabaseAndTheProductMeanTheSameScope() throws SQLException {
        String artifact = artifact(writer, place, "Scoped");
        for (String visibility : List.of("private", "public", "shared")) {
            set(writer, artifact, visibility).then().statusCode(200);
            String scope =
                    ReadingScope.of(
                                    Visibility.of(visibility).orElseThrow(),
                                    new WorkspaceId(UUID.fromString(place)),
                                    new UserId(UUID.fromString(idOf(writer))))
                            .toString();
            assertThat(
                            Rows.count(
                                    "select count(*) from artifact where id = ?::uuid and"
                                            + " reading_scope = ?::uuid",
                                    artifact,
                                    scope))
                    .as(visibility)
                    .isEqualTo(1);
        }
    }
}
