package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Folders, categories, tags and properties in search, whichever index answers. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SearchPlacesContract extends Searches {

    private final boolean degraded;

    SearchPlacesContract(boolean degraded) {
        this.degraded = degraded;
    }

    @BeforeAll
    void fillALibrary() throws SQLException {
        awaitDegraded(degraded);
    }

    @Test
    void whatWasChangedIsFoundByItsNewWordsOnly() {
        TestingUser user = newUser();
        String id = add(user, "Kept", "formerly");
        awaitFound(user, "formerly", 1, degraded);

        replace(user, id, "presently");

        awaitFound(user, "presently", 1, degraded);
        assertThat(titles(user, "formerly")).isEmpty();
    }

    @Test
    void wherePeoplePutAThingFindsItAndNarrowsTheSearch() {
        TestingUser user = newUser();
        String outer = made(user, "/folders", Map.of("name", "Outerplace"));
        String inner =
                made(user, "/folders", Map.of("name", "Zebr\u00E0folder", "parentId", outer));
        String category =
                made(user, "/categories", Map.of("name", "Quaggasort", "colour", "#123456"));
        String id =
                made(
                        user,
                        "/artifacts",
                        Map.of(
                                "title",
                                "Plain",
                                "folderId",
                                inner,
                                "categoryId",
                                category,
                                "tags",
                                List.of("Okapi tag"),
                                "properties",
                                Map.of("animal", "Giraffevalue")));
        made(user, "/artifacts", Map.of("title", "Plain decoy", "tags", List.of("other")));
        awaitFound(user, "plain", 2, degraded);

        for (String words :
                List.of("outerplace", "zebrafolder", "quaggasort", "\"okapi tag\"", "giraffev*")) {
            assertThat(titles(user, words)).as(words).containsExactly("Plain");
        }
        for (Map<String, ?> place :
                List.of(
                        Map.of("folder", inner),
                        Map.of("folder", outer, "q", "plain"),
                        Map.of("category", category, "q", ""),
                        Map.of("tag", "OKAPI  tag", "q", "plain"))) {
            search(user, place).then().statusCode(200).body("items.id", contains(id));
        }
        search(user, Map.of("tag", List.of("okapi tag", "other"))).then().body("items", empty());
        search(newUser(), Map.of("folder", inner)).then().statusCode(200).body("items", empty());
    }

    @Test
    void placesThatCannotBeAreRefused() {
        search(newUser(), Map.of("folder", "7")).then().statusCode(400);
        search(newUser(), Map.of("tag", "x".repeat(65))).then().statusCode(400);
    }

    @Test
    void aRenamedPlaceIsFoundByItsNewName() {
        TestingUser user = newUser();
        String folder = made(user, "/folders", Map.of("name", "Oldplace"));
        made(
                user,
                "/artifacts",
                Map.of("title", "Plain", "folderId", folder, "tags", List.of("Oldtag")));
        awaitFound(user, "oldplace oldtag", 1, degraded);

        String tag = as(user).get("/tags").path("items[0].id");
        for (Map.Entry<String, String> place :
                Map.of("/tags/" + tag, "Newtag", "/folders/" + folder, "Newplace").entrySet()) {
            as(user).contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(Map.of("name", place.getValue()))
                    .patch(place.getKey())
                    .then()
                    .statusCode(200);
        }

        awaitFound(user, "newplace newtag", 1, degraded);
        assertThat(titles(user, "oldplace")).isEmpty();
    }

    private static String made(TestingUser user, String path, Map<String, ?> body) {
        Response made = as(user).contentType(ContentType.JSON).body(body).post(path);
        made.then().statusCode(201);
        return made.path("id");
    }
}
