package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspacesIT extends Places {

    private final TestingUser owner = newUser();

    @Test
    void whoMakesAWorkspaceOwnsIt() {
        var made =
                send(owner, "/workspaces", Map.of("name", " Compilers ", "description", "Parsing"));

        made.then()
                .statusCode(201)
                .body("name", equalTo("Compilers"))
                .body("description", equalTo("Parsing"))
                .body("personal", equalTo(false))
                .body("role", equalTo("owner"))
                .body("memberCount", equalTo(1))
                .body("archivedAt", nullValue());
        String id = made.path("id");
        assertThat(made.header("Location")).endsWith("/workspaces/" + id);
        read(owner, id).then().statusCode(200).body("name", equalTo("Compilers"));
        as(owner)
                .get("/workspaces")
                .then()
                .body("items.name", contains(owner.username(), "Compilers"))
                .body("items.personal", contains(true, false));
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        for (String name : new String[] {"", "  ", "x".repeat(121), "a\u202Eb", "a\nb"}) {
            send(owner, "/workspaces", Map.of("name", name)).then().statusCode(400);
        }
        send(owner, "/workspaces", Map.of("description", "nameless")).then().statusCode(400);
    }

    @Test
    void aStrangerFindsNothingAndChangesNothing() {
        String id = workspace(owner, "Secret");
        TestingUser stranger = newUser();

        read(stranger, id).then().statusCode(404);
        change(stranger, id, Map.of("name", "Mine")).then().statusCode(404);
        delete(stranger, id).then().statusCode(404);
        addFolder(stranger, id, "Mine").then().statusCode(404);
        as(stranger).get("/workspaces/{id}/members", id).then().statusCode(404);
        as(stranger).get("/workspaces/{id}/invitations", id).then().statusCode(404);
        invite(stranger, id, stranger, "owner").then().statusCode(404);
        remove(stranger, id, owner).then().statusCode(404);
        read(administrator(), id).then().statusCode(404);
    }

    @Test
    void anAdminRenamesAndOnlyAnOwnerArchives() {
        String id = workspace(owner, "Old");
        TestingUser admin = member(owner, id, "admin");
        TestingUser editor = member(owner, id, "editor");

        change(admin, id, Map.of("name", "New", "description", "Better"))
                .then()
                .statusCode(200)
                .body("name", equalTo("New"))
                .body("description", equalTo("Better"));
        change(editor, id, Map.of("name", "Newer")).then().statusCode(403);
        change(admin, id, Map.of("archived", true)).then().statusCode(403);
        change(owner, id, Map.of("archived", true)).then().statusCode(200);
    }

    @Test
    void nobodyOverwritesAChangeTheyHaveNotSeen() {
        String id = workspace(owner, "First");
        String tag = read(owner, id).header("ETag");
        change(owner, id, Map.of("name", "Second")).then().statusCode(200);

        as(owner)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("name", "Third"))
                .patch("/workspaces/{id}", id)
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Second"));
        as(owner)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Third"))
                .patch("/workspaces/{id}", id)
                .then()
                .statusCode(428);
    }

    @Test
    void anArchivedWorkspaceIsReadOnlyUntilItIsNotArchivedAnyMore() {
        String id = workspace(owner, "Old things");
        TestingUser editor = member(owner, id, "editor");
        addFolder(editor, id, "Before").then().statusCode(201);

        change(owner, id, Map.of("archived", true))
                .then()
                .statusCode(200)
                .body("archivedAt", notNullValue());
        addFolder(editor, id, "During")
                .then()
                .statusCode(403)
                .body("detail", containsString("archived"));
        addFolder(owner, id, "During").then().statusCode(403);
        as(editor)
                .queryParam("workspace", id)
                .get("/folders")
                .then()
                .body("items.name", contains("Before"));
        change(owner, id, Map.of("archived", false)).then().body("archivedAt", nullValue());
        addFolder(editor, id, "After").then().statusCode(201);
    }

    @Test
    void anEmptyWorkspaceIsDeletedWithItsFolders() {
        String id = workspace(owner, "Short-lived");
        TestingUser editor = member(owner, id, "editor");
        addFolder(editor, id, "Nothing in it").then().statusCode(201);

        delete(editor, id).then().statusCode(403);
        delete(owner, id).then().statusCode(204);

        read(owner, id).then().statusCode(404);
        read(editor, id).then().statusCode(404);
        as(editor).queryParam("workspace", id).get("/folders").then().statusCode(404);
    }

    @Test
    void aWorkspaceWithArtifactsStays() {
        String id = workspace(owner, "In use");
        artifact(owner, id, "Kept");

        delete(owner, id).then().statusCode(409).body("detail", containsString("1 artifacts"));

        read(owner, id).then().statusCode(200);
    }

    @Test
    void onesOwnWorkspaceIsRenamedAndNothingElse() {
        String own = personalOf(owner);
        TestingUser other = newUser();

        change(owner, own, Map.of("name", "My things"))
                .then()
                .statusCode(200)
                .body("name", equalTo("My things"));
        change(owner, own, Map.of("archived", true)).then().statusCode(409);
        delete(owner, own).then().statusCode(409);
        invite(owner, own, other, "viewer").then().statusCode(409);
        remove(owner, own, owner).then().statusCode(409);
        changeRole(owner, own, owner, "viewer").then().statusCode(409);
        as(owner).get("/workspaces").then().body("items[0].id", equalTo(own));
    }

    @Test
    void everyActLeavesALineInTheAuditLog() throws Exception {
        String id = workspace(owner, "Watched");
        TestingUser guest = member(owner, id, "viewer");
        changeRole(owner, id, guest, "editor").then().statusCode(200);
        remove(guest, id, guest).then().statusCode(204);
        change(owner, id, Map.of("archived", true)).then().statusCode(200);
        delete(owner, id).then().statusCode(204);

        for (String action :
                new String[] {
                    "workspace-created",
                    "invitation-created",
                    "invitation-accepted",
                    "member-role-changed",
                    "member-left",
                    "workspace-archived",
                    "workspace-deleted"
                }) {
            assertThat(
                            Rows.count(
                                    "select count(*) from audit_entry where subject = ? and action"
                                            + " = ?",
                                    "workspace:" + id,
                                    action))
                    .as(action)
                    .isEqualTo(1);
        }
    }
}
