package io.artifactor.it.workspace;

import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workspaces and artifacts go to other owners. */
class OwnershipIT extends Places {

    private final TestingUser owner = newUser();
    private final String place = workspace(owner, "Estate");

    private Response hand(TestingUser user, String artifact, TestingUser heir) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("userId", idOf(heir)))
                .put("/artifacts/{id}/owner", artifact);
    }

    private Response transfer(TestingUser user, TestingUser heir) {
        return send(user, "/workspaces/" + place + "/transfer", Map.of("userId", idOf(heir)));
    }

    @Test
    void aWorkspaceGoesToAnotherOwnerAndTheOneBeforeStaysAsAdmin() {
        TestingUser heir = member(owner, place, "viewer");
        transfer(heir, owner).then().statusCode(403);
        transfer(newUser(), owner).then().statusCode(404);
        transfer(owner, newUser()).then().statusCode(404);
        transfer(owner, owner).then().statusCode(400);

        transfer(owner, heir)
                .then()
                .statusCode(200)
                .body("role", equalTo("owner"))
                .body("username", equalTo(heir.username()));

        read(owner, place).then().body("role", equalTo("admin"));
        read(heir, place).then().body("role", equalTo("owner"));
        transfer(owner, heir).then().statusCode(403);
        remove(heir, place, owner).then().statusCode(204);
        send(owner, "/workspaces/" + personalOf(owner) + "/transfer", Map.of("userId", idOf(owner)))
                .then()
                .statusCode(409);
    }

    @Test
    void anArtifactGoesToAMemberByItsOwnerOrAnAdmin() {
        TestingUser maker = member(owner, place, "editor");
        TestingUser heir = member(owner, place, "editor");
        String artifact = artifact(maker, place, "Deed");
        hand(heir, artifact, heir).then().statusCode(403);
        hand(maker, artifact, newUser()).then().statusCode(400);
        hand(newUser(), artifact, heir).then().statusCode(404);

        hand(maker, artifact, heir).then().statusCode(200).body("ownerId", equalTo(idOf(heir)));
        hand(maker, artifact, maker).then().statusCode(403);
        hand(owner, artifact, owner).then().statusCode(200).body("ownerId", equalTo(idOf(owner)));
        as(heir).get("/artifacts/{id}", artifact).then().body("ownerId", equalTo(idOf(owner)));
    }

    @Test
    void itIsNotHandedOnUnseen() {
        TestingUser heir = member(owner, place, "editor");
        String artifact = artifact(owner, place, "Deed");
        as(owner)
                .contentType(ContentType.JSON)
                .body(Map.of("userId", idOf(heir)))
                .put("/artifacts/{id}/owner", artifact)
                .then()
                .statusCode(428);
        as(owner)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"999\"")
                .body(Map.of("userId", idOf(heir)))
                .put("/artifacts/{id}/owner", artifact)
                .then()
                .statusCode(412)
                .body("current.ownerId", equalTo(idOf(owner)));
    }
}
