package io.artifactor.it.workspace;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** What tests of workspaces say again and again. */
public abstract class Places extends ServerTest {

    protected static Response send(TestingUser user, String path, Object body) {
        return as(user).contentType(ContentType.JSON).body(body).post(path);
    }

    /** Makes a workspace and gives its id. */
    protected static String workspace(TestingUser owner, String name) {
        return send(owner, "/workspaces", Map.of("name", name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static Response read(TestingUser user, String workspace) {
        return as(user).get("/workspaces/{id}", workspace);
    }

    protected static Response change(TestingUser user, String workspace, Map<String, ?> fields) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(fields)
                .patch("/workspaces/{id}", workspace);
    }

    protected static Response delete(TestingUser user, String workspace) {
        return as(user).header("If-Match", "*").delete("/workspaces/{id}", workspace);
    }

    protected static Response invite(
            TestingUser user, String workspace, TestingUser guest, String role) {
        return send(
                user,
                "/workspaces/" + workspace + "/invitations",
                Map.of("username", guest.username(), "role", role));
    }

    protected static Response accept(TestingUser guest, String invitation) {
        return as(guest).post("/invitations/{id}/accept", invitation);
    }

    /** Makes the guest a member of that role. */
    protected static void join(
            TestingUser owner, String workspace, TestingUser guest, String role) {
        String invitation =
                invite(owner, workspace, guest, role).then().statusCode(201).extract().path("id");
        accept(guest, invitation).then().statusCode(200);
    }

    /** A new user who is a member of that role. */
    protected static TestingUser member(TestingUser owner, String workspace, String role) {
        TestingUser guest = newUser();
        join(owner, workspace, guest, role);
        return guest;
    }

    protected static Response changeRole(
            TestingUser user, String workspace, TestingUser member, String role) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("role", role))
                .put("/workspaces/{id}/members/{user}", workspace, idOf(member));
    }

    protected static Response remove(TestingUser user, String workspace, TestingUser member) {
        return as(user).delete("/workspaces/{id}/members/{user}", workspace, idOf(member));
    }

    /** Whether the user may change content there: a folder is some. */
    protected static Response addFolder(TestingUser user, String workspace, String name) {
        return send(user, "/folders", Map.of("name", name, "workspaceId", workspace));
    }

    /** Adds an artifact to the workspace and gives its id. */
    protected static String artifact(TestingUser user, String workspace, String title) {
        return send(
                        user,
                        "/artifacts",
                        Map.of("title", title, "content", "of " + title, "workspaceId", workspace))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    protected static String personalOf(TestingUser user) {
        return as(user).get("/auth/me").path("personalWorkspaceId");
    }
}
