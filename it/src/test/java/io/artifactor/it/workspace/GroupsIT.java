package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Groups of users, and what is granted to them. */
class GroupsIT extends Places {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final TestingUser admin = administrator();
    private final TestingUser owner = newUser();
    private final TestingUser guest = newUser();
    private final String name = "Group " + System.nanoTime();
    private final String word = "ocelot" + System.nanoTime();
    private final String artifact = artifact(owner, workspace(owner, "Closed"), word);

    private String group() {
        return send(admin, "/groups", Map.of("name", name))
                .then()
                .statusCode(201)
                .body("members", equalTo(0))
                .extract()
                .path("id");
    }

    private Response put(TestingUser user, String group, TestingUser member) {
        return as(user).put("/groups/{id}/members/{user}", group, idOf(member));
    }

    private Response remove(String group, TestingUser member) {
        return as(admin).delete("/groups/{id}/members/{user}", group, idOf(member));
    }

    private Response grant(String group, String role) {
        return send(
                owner,
                "/artifacts/" + artifact + "/grants",
                Map.of("groupId", group, "role", role));
    }

    private Response get(TestingUser user) {
        return as(user).get("/artifacts/{id}", artifact);
    }

    private List<String> found(TestingUser user) {
        return as(user).queryParam("q", word).get("/search").jsonPath().getList("items.id");
    }

    private Response describe(TestingUser user) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("description", "by group"))
                .patch("/artifacts/{id}", artifact);
    }

    @Test
    void administratorsMakeRenameAndEndGroups() {
        String id = group();
        send(admin, "/groups", Map.of("name", name.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409);
        send(admin, "/groups", Map.of("name", " ")).then().statusCode(400);
        send(admin, "/groups", Map.of()).then().statusCode(400);

        as(admin)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", name + " b"))
                .patch("/groups/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo(name + " b"));
        as(admin)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", name))
                .patch("/groups/{id}", id)
                .then()
                .statusCode(412)
                .body("current.name", equalTo(name + " b"));
        as(admin).delete("/groups/{id}", id).then().statusCode(428);
        as(admin).header("If-Match", "*").delete("/groups/{id}", id).then().statusCode(204);
        as(admin).get("/groups/{id}", id).then().statusCode(404);
    }

    @Test
    void everybodyKnowsTheNamesAndOnlyAdministratorsWrite() {
        String id = group();
        as(owner).get("/groups/{id}", id).then().statusCode(200).body("name", equalTo(name));
        as(owner)
                .queryParams(Map.of("size", 200, "total", true))
                .get("/groups")
                .then()
                .statusCode(200)
                .body("items.name", hasItem(name));

        send(owner, "/groups", Map.of("name", name + " c")).then().statusCode(403);
        put(owner, id, owner).then().statusCode(403);
        as(owner).get("/groups/{id}/members", id).then().statusCode(403);
        as(owner).header("If-Match", "*").delete("/groups/{id}", id).then().statusCode(403);
        TestingUser auditor = newUser(Set.of("auditor"));
        as(auditor).get("/groups/{id}/members", id).then().statusCode(200);
        put(auditor, id, owner).then().statusCode(403);
    }

    @Test
    void aMemberIsInOnceAndListedByName() {
        String id = group();
        put(admin, id, owner).then().statusCode(204);
        put(admin, id, guest).then().statusCode(204);
        put(admin, id, guest).then().statusCode(204);

        List<String> names = List.of(owner.username(), guest.username()).stream().sorted().toList();
        as(admin)
                .queryParams(Map.of("size", 1, "total", true))
                .get("/groups/{id}/members", id)
                .then()
                .body("items.username", contains(names.getFirst()))
                .body("total", equalTo(2));
        as(admin)
                .get("/groups/{id}/members", id)
                .then()
                .body("items.username", contains(names.getFirst(), names.getLast()));
        remove(id, guest).then().statusCode(204);
        remove(id, guest).then().statusCode(404);
        as(admin).get("/groups/{id}", id).then().body("members", equalTo(1));
        as(admin).put("/groups/{id}/members/{user}", id, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatIsGrantedToAGroupIsForWhoeverIsInIt() {
        String id = group();
        put(admin, id, guest).then().statusCode(204);
        get(guest).then().statusCode(404);
        grant(id, "viewer")
                .then()
                .statusCode(200)
                .body("granteeKind", equalTo("group"))
                .body("grantee", equalTo(name));

        get(guest).then().statusCode(200);
        describe(guest).then().statusCode(403);
        as(guest).get("/artifacts").then().body("items.id", contains(artifact));
        await().atMost(AT_MOST).until(() -> found(guest).equals(List.of(artifact)));
        as(owner)
                .get("/artifacts/{id}/access", artifact)
                .then()
                .body("items.grantee", hasItem(name));
        as(admin)
                .get("/users/{id}/permissions", idOf(guest))
                .then()
                .body("items.groupId", hasItem(id));

        grant(id, "editor").then().statusCode(200);
        describe(guest).then().statusCode(200);
        remove(id, guest).then().statusCode(204);
        get(guest).then().statusCode(404);
        describe(guest).then().statusCode(404);
        assertThat(found(guest)).isEmpty();
    }

    @Test
    void withTheGroupItsGrantsAreOver() {
        String id = group();
        put(admin, id, guest).then().statusCode(204);
        grant(id, "editor").then().statusCode(200);
        get(guest).then().statusCode(200);
        as(owner)
                .get("/artifacts/{id}/grants", artifact)
                .then()
                .body("items.grantee", contains(name));

        as(admin).header("If-Match", "*").delete("/groups/{id}", id).then().statusCode(204);

        get(guest).then().statusCode(404);
        assertThat(as(owner).get("/artifacts/{id}/grants", artifact).jsonPath().getList("items"))
                .isEmpty();
        grant(id, "viewer").then().statusCode(404);
    }

    @Test
    void aListCostsNoMoreStatementsForWhoIsInGroups() {
        String id = group();
        as(guest).get("/artifacts");
        String before = as(guest).get("/artifacts").header("X-Sql-Statements");
        put(admin, id, guest).then().statusCode(204);
        grant(id, "viewer").then().statusCode(200);
        as(guest).get("/artifacts");

        assertThat(as(guest).get("/artifacts").header("X-Sql-Statements")).isEqualTo(before);
    }

    @Test
    void actsOnGroupsAreInTheAuditLog() throws Exception {
        String id = group();
        put(admin, id, guest).then().statusCode(204);
        remove(id, guest).then().statusCode(204);
        as(admin).header("If-Match", "*").delete("/groups/{id}", id).then().statusCode(204);

        for (String action :
                List.of(
                        "group-created",
                        "group-member-added",
                        "group-member-removed",
                        "group-deleted")) {
            assertThat(
                            Rows.count(
                                    "select count(*) from audit_entry where subject = ?"
                                            + " and action = ?",
                                    "group:" + id,
                                    action))
                    .as(action)
                    .isEqualTo(1);
        }
    }
}
