package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FavouritesIT extends Shelves {

    private final TestingUser user = newUser();

    private static Response recent(TestingUser user, Map<String, ?> parameters) {
        return as(user).queryParams(parameters).get("/artifacts/recent");
    }

    @Test
    void anArtifactBecomesAFavouriteAndCeasesToBeOne() {
        String id = added(user, "Mine", Map.of());
        added(user, "Other", Map.of());
        get(user, id).then().body("favourite", equalTo(false));

        for (int i = 0; i < 2; i++) {
            as(user).put("/artifacts/{id}/favourite", id).then().statusCode(204);
        }

        get(user, id).then().body("favourite", equalTo(true));
        assertThat(titles(user, Map.of("favourite", true))).containsExactly("Mine");
        list(user, Map.of("favourite", true, "total", true)).then().body("total", equalTo(1));
        for (int i = 0; i < 2; i++) {
            as(user).delete("/artifacts/{id}/favourite", id).then().statusCode(204);
        }
        get(user, id).then().body("favourite", equalTo(false));
        assertThat(titles(user, Map.of("favourite", true))).isEmpty();
    }

    @Test
    void theTagTellsWhetherItIsAFavouriteAndIsGoodForAWrite() {
        String id = added(user, "Mine", Map.of());
        String before = get(user, id).header("ETag");
        as(user).put("/artifacts/{id}/favourite", id).then().statusCode(204);

        as(user).header("If-None-Match", before).get("/artifacts/{id}", id).then().statusCode(200);
        String tag = get(user, id).header("ETag");
        as(user).header("If-None-Match", tag).get("/artifacts/{id}", id).then().statusCode(304);
        patch(user, id, tag, Map.of("title", "New")).then().statusCode(200);
        patch(user, id, tag, Map.of("title", "Newer")).then().statusCode(412);
    }

    @Test
    void favouritesAreOnesOwnAndNeedNoEditor() throws Exception {
        String id = added(user, "Mine", Map.of());
        TestingUser guest = newUser();
        as(guest).put("/artifacts/{id}/favourite", id).then().statusCode(404);
        as(guest).delete("/artifacts/{id}/favourite", id).then().statusCode(404);

        invite(user, guest, "viewer");
        // Nobody told the server, which remembers memberships for three seconds.
        await().until(() -> as(guest).put("/artifacts/{id}/favourite", id).statusCode() == 204);

        get(guest, id).then().body("favourite", equalTo(true));
        get(user, id).then().body("favourite", equalTo(false));
        assertThat(titles(user, Map.of("favourite", true))).isEmpty();
    }

    @Test
    void whatWasOpenedLastComesFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(added(user, "T" + i, Map.of()));
        }
        recent(user, Map.of()).then().statusCode(200).body("items", empty());

        get(user, ids.get(2));
        get(user, ids.get(0));
        as(user).get("/artifacts/{id}/content", ids.get(1)).then().statusCode(200);
        as(user).head("/artifacts/{id}/content", ids.get(3)).then().statusCode(200);

        recent(user, Map.of("total", true))
                .then()
                .body("items.title", contains("T1", "T0", "T2"))
                .body("total", equalTo(3));
        String next = recent(user, Map.of("size", 2)).path("next");
        recent(user, Map.of("size", 2, "cursor", next)).then().body("items.title", contains("T2"));
    }

    @Test
    void onesOwnLastHundredAreKept() throws Exception {
        String first = added(user, "First", Map.of());
        get(user, first);
        recent(user, Map.of()).then().body("items", hasSize(1));
        Rows.multiplyArtifactsOf(user, 104);
        Response all = list(user, Map.of("size", 105));
        all.<List<String>>path("items.id").stream()
                .filter(id -> !id.equals(first))
                .forEach(id -> get(user, id).then().statusCode(200));

        recent(user, Map.of("total", true, "size", 200))
                .then()
                .body("items", hasSize(100))
                .body("total", equalTo(100));
        recent(newUser(), Map.of()).then().body("items", empty());
    }

    @Test
    void whatIsDeletedIsNotRecent() {
        String id = added(user, "Gone", Map.of());
        get(user, id);
        delete(user, "/artifacts/" + id).then().statusCode(204);

        recent(user, Map.of()).then().body("items", empty());
    }

    @Test
    void readingCostsTheSameTheFirstTimeAndTheTenth() {
        String id = added(user, "Mine", Map.of());
        int first = statements(get(user, id));
        for (int i = 0; i < 8; i++) {
            get(user, id);
        }

        assertThat(statements(get(user, id))).isEqualTo(first).isLessThanOrEqualTo(2);
    }
}
