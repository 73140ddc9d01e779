package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffIT extends Life {

    private final TestingUser user = newUser();

    private String artifact(String... contents) {
        String id =
                upload(user, "poem.txt", contents[0]).then().statusCode(201).extract().path("id");
        for (int i = 1; i < contents.length; i++) {
            replace(user, id, contents[i]);
        }
        return id;
    }

    /** The versions, the first first. */
    private List<String> versions(String id) {
        return as(user).get("/artifacts/{id}/versions", id)
                .<List<String>>path("items.id")
                .reversed();
    }

    private Response diff(String id, Map<String, ?> more) {
        List<String> versions = versions(id);
        return as(user).queryParam("from", versions.getFirst())
                .queryParam("to", versions.getLast())
                .queryParams(more)
                .get("/artifacts/{id}/diff", id);
    }

    @Test
    void aChangedLineStandsInItsHunk() {
        String id = artifact("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n");

        diff(id, Map.of("context", 1))
                .then()
                .statusCode(200)
                .body("binary", equalTo(false))
                .body("added", equalTo(1))
                .body("removed", equalTo(1))
                .body("from.number", equalTo(1))
                .body("to.number", equalTo(2))
                .body("hunks[0].fromStart", equalTo(2))
                .body("hunks[0].lines.op", contains("equal", "delete", "insert", "equal"))
                .body("hunks[0].lines.text", contains("b", "c", "X", "d"));
    }

    @Test
    void changedWordsAreShown() {
        String id = artifact("the old house\n", "the new house\n");

        diff(id, Map.of("mode", "word"))
                .then()
                .body("hunks[0].lines[0].words.findAll { it.changed }.text", contains("old"))
                .body("hunks[0].lines[1].words.findAll { it.changed }.text", contains("new"));
    }

    @Test
    void theUnifiedDiffIsThatOfEveryOtherTool() {
        String id = artifact("a\nb\nc\n", "a\nc\nd");
        List<String> versions = versions(id);

        String unified =
                as(user).accept("text/x-diff")
                        .queryParam("from", versions.get(0))
                        .queryParam("to", versions.get(1))
                        .get("/artifacts/{id}/diff", id)
                        .then()
                        .statusCode(200)
                        .contentType("text/x-diff")
                        .extract()
                        .asString();

        assertThat(unified)
                .isEqualTo(
                        """
                        --- a/poem.txt
                        +++ b/poem.txt
                        @@ -1,3 +1,3 @@
                         a
                        -b
                         c
                        +d
                        \\ No newline at end of file
                        """);
    }

    @Test
    void whatIsNoTextIsSaidSo() {
        String id = artifact("text", "not\u0000text");

        diff(id, Map.of())
                .then()
                .statusCode(200)
                .body("binary", equalTo(true))
                .body("hunks", empty())
                .body("to.size", equalTo(8));
    }

    @Test
    void whatIsTooLargeIsNotCompared() {
        String id = artifact("text", "x\n".repeat(1_100_000));

        diff(id, Map.of()).then().statusCode(200).body("binary", equalTo(true));
    }

    @Test
    void textsThatDifferInEveryWayAreAnsweredInBoundedTime() {
        Random random = new Random(3);
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (int i = 0; i < 90_000; i++) {
            from.append(random.nextInt(5_000)).append('\n');
            to.append(random.nextInt(5_000)).append('\n');
        }
        String id = artifact(from.toString(), to.toString());

        long start = System.nanoTime();
        diff(id, Map.of()).then().statusCode(413).contentType("application/problem+json");
        assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"mode, sentence", "context, -1", "context, 101", "context, x", "from, 7", "to, ''"})
    void aBadParameterIsRefusedByName(String name, String value) {
        String id = artifact("a", "b");
        List<String> versions = versions(id);
        Map<String, String> parameters = new HashMap<>();
        parameters.put("from", versions.get(0));
        parameters.put("to", versions.get(1));
        parameters.put(name, value);
        as(user).queryParams(parameters)
                .get("/artifacts/{id}/diff", id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(name));
    }

    @Test
    void versionsOfOthersAreNotCompared() {
        String id = artifact("a", "b");
        String other = artifact("c", "d");
        List<String> mine = versions(id);
        String foreign = versions(other).getFirst();

        as(user).queryParam("from", mine.getFirst())
                .queryParam("to", foreign)
                .get("/artifacts/{id}/diff", id)
                .then()
                .statusCode(404);
        as(newUser())
                .queryParam("from", mine.get(0))
                .queryParam("to", mine.get(1))
                .get("/artifacts/{id}/diff", id)
                .then()
                .statusCode(404);
    }
}
