package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another user sees nothing of mine, not even that it is there. */
class StrangersIT extends Library {

    private final TestingUser owner = newUser();
    private final TestingUser stranger = newUser();
    private final String id = add(owner, "Secret", "secret content");
    private final String version =
            as(owner).get("/artifacts/{id}/versions", id).path("items[0].id");

    private static String without(Response answer, String id) {
        return answer.asString().replace(id, "ID").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void everythingOfMineIsNotFoundForAStranger() {
        get(stranger, id).then().statusCode(404);
        as(stranger).get("/artifacts/{id}/content", id).then().statusCode(404);
        as(stranger).head("/artifacts/{id}/content", id).then().statusCode(404);
        as(stranger).get("/artifacts/{id}/versions", id).then().statusCode(404);
        as(stranger).get("/artifacts/{id}/versions/{v}", id, version).then().statusCode(404);
        as(stranger)
                .get("/artifacts/{id}/versions/{v}/content", id, version)
                .then()
                .statusCode(404);
        as(stranger).get("/artifacts/{id}/branches", id).then().statusCode(404);
    }

    @Test
    void aStrangerChangesNothingOfMine() {
        patch(stranger, id, "*", Map.of("title", "x")).then().statusCode(404);
        patch(stranger, id, "\"77\"", Map.of("title", "x")).then().statusCode(404);
        replace(stranger, id, "*", "x").then().statusCode(404);
        as(stranger).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(404);

        get(owner, id).then().statusCode(200).body("title", equalTo("Secret"));
        assertThat(as(owner).get("/artifacts/{id}/content", id).asString())
                .isEqualTo("secret content");
    }

    @Test
    void whatIsMineAnswersAStrangerAsWhatIsNotThere() {
        assertThat(without(get(stranger, id), id))
                .isEqualTo(without(get(stranger, ABSENT), ABSENT));
    }

    @Test
    void listsAndCountsOfAStrangerAreEmpty() {
        list(stranger, Map.of("total", true))
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
        list(stranger, Map.of("q", "Secret", "total", true)).then().body("total", equalTo(0));
    }

    @Test
    void aStrangersVersionIsNotFoundBelowMyArtifact() {
        String mine = add(stranger, "Mine", "mine");

        as(stranger).get("/artifacts/{id}/versions/{v}", mine, version).then().statusCode(404);
        as(stranger)
                .get("/artifacts/{id}/versions/{v}/content", mine, version)
                .then()
                .statusCode(404);
    }

    @Test
    void theAdministratorSeesNothingOfMineEither() {
        get(administrator(), id).then().statusCode(404);
    }

    @Test
    void nobodySeesAnythingWithoutSigningIn() {
        anonymous().get("/artifacts").then().statusCode(401);
        anonymous().get("/artifacts/{id}", id).then().statusCode(401);
        anonymous().get("/artifacts/{id}/content", id).then().statusCode(401);
        anonymous().body("x").post("/artifacts/upload").then().statusCode(401);
        anonymous().get("/conversations").then().statusCode(401);
    }
}
