package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes to another workspace or another owner counts there, and needs room there. */
class MovedQuotaIT extends QuotaStage {

    @Test
    void aMoveTakesFromOneWorkspaceAndGivesToTheOther() {
        String from = workspace(user, "From");
        String to = workspace(user, "To");
        String one = added(from, TEN);
        Library.replace(user, one, TEN + TEN);
        String two = added(from, TEN);
        limitWorkspace(to, 35);

        move(one, to).then().statusCode(200);
        mustBeTooMuch(move(two, to), 35, 30, 10);

        assertThat(held(from)).isEqualTo(10);
        assertThat(held(to)).isEqualTo(30);
        assertThat(used(user)).isEqualTo(40);
        move(one, from).then().statusCode(200);
        assertThat(held(from)).isEqualTo(40);
        assertThat(held(to)).isZero();
    }

    private Response move(String artifact, String workspace) {
        return Library.patch(user, artifact, "*", Map.of("workspaceId", workspace));
    }

    @Test
    void ofManyThoseAreMovedForWhichThereIsRoom() {
        String to = workspace(user, "To");
        String first = added(TEN);
        String large = added(TEN + TEN + TEN);
        String last = added("12345");
        limitWorkspace(to, 20);

        as(user).contentType(ContentType.JSON)
                .body(Map.of("ids", List.of(first, large, last), "folderId", "", "workspaceId", to))
                .post("/artifacts/batch/move")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("done", "refused", "done"))
                .body("items[1].problem.code", equalTo("quota-exceeded"));

        assertThat(held(to)).isEqualTo(15);
        assertThat(held(personal)).isEqualTo(30);
    }

    @Test
    void whoGetsAnArtifactMustHaveRoomForIt() {
        String shared = workspace(user, "Shared");
        TestingUser heir = member(user, shared, "editor");
        String artifact = added(shared, TEN);
        limitUser(heir, 9);

        mustBeTooMuch(hand(artifact, heir), 9, 0, 10);
        limitUser(heir, 10);
        hand(artifact, heir).then().statusCode(200);

        assertThat(used(user)).isZero();
        assertThat(used(heir)).isEqualTo(10);
        assertThat(held(shared)).isEqualTo(10);
        // What others add to it is its owner's too.
        mustBeTooMuch(Library.replace(user, artifact, "*", "1"), 10, 10, 1);
    }

    private Response hand(String artifact, TestingUser heir) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("userId", idOf(heir)))
                .put("/artifacts/{id}/owner", artifact);
    }
}
