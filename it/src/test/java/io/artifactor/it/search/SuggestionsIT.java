package io.artifactor.it.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested while somebody types. The library it reads is changed by no test. */
@TestInstance(Lifecycle.PER_CLASS)
class SuggestionsIT extends Searches {

    private TestingUser user = new TestingUser("", "", "");

    @BeforeAll
    void fillALibrary() {
        user = newUser();
        for (String title :
                List.of(
                        "Merge sort",
                        "Merging lists",
                        "How to merge",
                        "parseHttpRequest",
                        "100%")) {
            as(user).contentType(ContentType.JSON)
                    .body(
                            Map.of(
                                    "title",
                                    title,
                                    "content",
                                    "unsuggested " + title,
                                    "tags",
                                    List.of("Mermaid", "other")))
                    .post("/artifacts")
                    .then()
                    .statusCode(201);
        }
        awaitFound(user, "unsuggested", 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mer        | title:Merge sort; title:Merging lists; title:How to merge; tag:Mermaid",
                "MERGE      | title:Merge sort; title:How to merge",
                "merge so   | title:Merge sort",
                "sor        | title:Merge sort",
                "sort merge | title:Merge sort",
                "http       | title:parseHttpRequest",
                "100%       | title:100%",
                "%          |",
                "ot         | tag:other",
                "unsugg     |",
            })
    void beginningsAreSuggested(String typed, String suggested) {
        assertThat(String.join("; ", suggestions(user, typed)))
                .isEqualTo(suggested == null ? "" : suggested);
    }

    @Test
    void peopleOfTheSameWorkspaceAreSuggested() throws SQLException {
        TestingUser other = newUser();
        assertThat(suggestions(user, other.username())).isEmpty();
        Rows.execute(
                """
                insert into membership (workspace_id, user_id, role, since)
                    select w.id, u.id, 'viewer', now() from workspace w
                    join app_user o on o.id = w.owner_id, app_user u
                    where o.username = ? and u.username = ?
                """,
                user.username(),
                other.username());

        assertThat(suggestions(user, other.username())).isNotEmpty();
        assertThat(suggestions(other, "mer")).contains("title:Merge sort", "tag:Mermaid");
    }

    @Test
    void aStrangerAndTheAdministratorAreSuggestedNothingOfMine() {
        for (TestingUser other : List.of(newUser(), administrator())) {
            for (String typed : List.of("mer", "parseHttp", user.username())) {
                assertThat(suggestions(other, typed))
                        .doesNotContain("title:Merge sort", "tag:Mermaid", "title:parseHttpRequest")
                        .noneMatch(text -> text.startsWith("person:" + user.username()));
            }
        }
    }

    @Test
    void manyTitlesOfOthersHideNoneOfMine() throws SQLException {
        Rows.execute(
                """
                insert into search_entry (subject_id, type, readers, title, body, source,
                    updated_at, words, title_key, hash)
                select gen_random_uuid(), 'conversation', array['u:' || gen_random_uuid()],
                    'Also of sort ' || n, '', 'test', now(),
                    setweight(to_tsvector('simple', 'also of sort ' || n), 'A'), 'also ' || n, ''
                from generate_series(1, 2500) n
                """);
        try {
            assertThat(suggestions(user, "sor")).containsExactly("title:Merge sort");
            assertThat(suggestions(user, "sort mer")).containsExactly("title:Merge sort");
        } finally {
            Rows.execute("delete from search_entry where source = 'test'");
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        as(user).queryParam("q", "x".repeat(201))
                .get("/search/suggestions")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("q"));
        as(user).queryParam("size", 21)
                .get("/search/suggestions")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("size"));
        as(user).get("/search/suggestions").then().statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\\", "%_%", "':*", "\"", "\uD83D\uDE00", "a' | 'b", "\u0000"})
    void signsDoNoHarm(String typed) {
        as(user).queryParam("q", typed).get("/search/suggestions").then().statusCode(200);
    }

    private static List<String> suggestions(TestingUser user, String typed) {
        Response answer = as(user).queryParam("q", typed).get("/search/suggestions");
        answer.then().statusCode(200);
        return answer.jsonPath().<Map<String, String>>getList("items").stream()
                .map(item -> item.get("kind") + ":" + item.get("text"))
                .toList();
    }
}
