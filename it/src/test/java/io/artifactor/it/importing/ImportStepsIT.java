package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import io.artifactor.it.importing.Answers.Export;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps an import can take, and requests that make no sense. */
class ImportStepsIT extends Imports {

    private final TestingUser user = newUser();

    @TempDir private Path folder;

    @Test
    void aStoppedImportGoesOnToTheSameRows() {
        Answers known = Answers.generate(folder, Export.ofSize("claude", "large.json", 15, 16));
        String id = idOf(upload(user, known.export(), Map.of("start", true)));
        await("something written")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> run(user, id).at("/counts/added").asLong() > 0);

        as(user).post("/imports/{id}/stop", id).then().statusCode(202);

        JsonNode stopped = over(user, id);
        assertThat(stopped.get("state").asText()).isEqualTo("stopped");
        long written = stopped.at("/counts/conversations").asLong();
        assertThat(written).isBetween(1L, known.total("conversations") - 1);
        assertThat(StoredRows.conversations(user)).hasSize((int) written);
        assertThat(ledger(user, stopped))
                .filteredOn(line -> line.get("kind").asText().equals("conversation"))
                .hasSize((int) written);
        mustConflict("stop", id);

        as(user).post("/imports/{id}/start", id).then().statusCode(202);

        JsonNode run = completed(over(user, id));
        assertThat(run.at("/counts/conversations").asLong())
                .isEqualTo(known.total("conversations"));
        assertThat(StoredRows.conversations(user)).containsExactlyElementsOf(known.conversations());
        assertThat(StoredRows.messages(user)).isEqualTo(known.total("messages"));
        assertThat(StoredRows.versions(user)).containsExactlyElementsOf(known.versions());
    }

    @Test
    void anImportStoppedAtOnceCanBeStartedAgain() {
        Answers known = Answers.generate(folder, Export.of("chatgpt", "small.zip", 16, 10));
        String id = idOf(upload(user, known.export(), Map.of("start", true)));
        Response stop = as(user).post("/imports/{id}/stop", id);
        assertThat(stop.statusCode()).isIn(202, 409);
        if (over(user, id).get("state").asText().equals("stopped")) {
            as(user).post("/imports/{id}/start", id).then().statusCode(202);
        }

        completed(over(user, id));

        assertThat(Holdings.of(user).versions).isEqualTo(known.versions());
    }

    @Test
    void aCompletedImportTakesNoStepsMore() {
        String id = idOf(completed(user, "note.md", bytes("# A note\n")));

        for (String action : List.of("start", "preview", "stop")) {
            mustConflict(action, id);
        }
        assertThat(run(user, id).get("state").asText()).isEqualTo("completed");
    }

    @Test
    void whatOnlyWaitsForAWordCannotBeStopped() {
        String id = idOf(upload(user, "note.md", bytes("# A note\n"), Map.of()));

        mustConflict("stop", id);

        assertThat(run(user, id).get("state").asText()).isEqualTo("uploaded");
        assertThat(all(user, "/artifacts")).isEmpty();
    }

    @Test
    void theAnswerToAnUploadLeadsToTheImport() {
        Response uploaded = upload(user, "note.md", bytes("# A note\n"), Map.of());

        as(user).basePath("")
                .get(URI.create(uploaded.getHeader("Location")))
                .then()
                .statusCode(200)
                .body("id", equalTo(idOf(uploaded)));
    }

    @Test
    void theOriginalIsKeptAsItWasGiven() throws IOException {
        Answers known = Answers.generate(folder, Export.of("claude", "kept.zip", 17, 5));
        JsonNode run = completed(user, known.export());

        Response original = as(user).get("/imports/{id}/original", idOf(run));

        assertThat(original.asByteArray()).isEqualTo(Files.readAllBytes(known.export()));
        original.then()
                .header("Content-Disposition", "attachment; filename*=UTF-8''kept.zip")
                .header("ETag", "\"" + run.get("sha256").asText() + "\"");
    }

    @Test
    void theLedgerIsReadPageByPageAndFiltered() {
        Export export = Export.of("claude", "paged.json", 18, 20).malformedEvery(5);
        JsonNode run = completed(user, Answers.generate(folder, export).export());
        List<JsonNode> whole = ledger(user, run);
        assertThat(whole)
                .extracting(line -> line.get("position").asInt())
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(1)
                .endsWith(whole.size());

        JsonNode unreadable =
                json(
                        as(user).queryParam("outcome", "unreadable")
                                .queryParam("kind", "record")
                                .queryParam("size", 3)
                                .queryParam("total", true)
                                .get("/imports/{id}/items", idOf(run)));
        assertThat(unreadable.get("total").asInt()).isEqualTo(4);
        assertThat(unreadable.get("items")).hasSize(3);
        String cursor = unreadable.get("next").asText();
        JsonNode rest =
                json(
                        as(user).queryParam("outcome", "unreadable")
                                .queryParam("kind", "record")
                                .queryParam("cursor", cursor)
                                .get("/imports/{id}/items", idOf(run)));
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
        mustName(
                as(user).queryParam("cursor", cursor).get("/imports/{id}/items", idOf(run)),
                "cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "size, 0",
        "size, 201",
        "size, -1",
        "size, many",
        "size, 99999999999",
        "cursor, rubbish",
        "cursor, ' '",
        "cursor, eyJhIjoxfQ",
        "total, perhaps"
    })
    void wrongParametersOfListsAreNamed(String parameter, String value) {
        String id = idOf(upload(user, "note.md", bytes("# A note\n"), Map.of()));

        mustName(as(user).queryParam(parameter, value).get("/imports"), parameter);
        mustName(as(user).queryParam(parameter, value).get("/imports/{id}/items", id), parameter);
    }

    @ParameterizedTest
    @CsvSource({"outcome, lost", "outcome, ADDED", "kind, thing", "kind, added"})
    void wrongFiltersOfTheLedgerAreNamed(String parameter, String value) {
        String id = idOf(upload(user, "note.md", bytes("# A note\n"), Map.of()));

        mustName(as(user).queryParam(parameter, value).get("/imports/{id}/items", id), parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "codeBlockMinLines, 0",
        "codeBlockMinLines, -5",
        "codeBlockMinLines, 1000001",
        "codeBlockMinLines, few",
        "codeBlockMinLines, 99999999999",
        "codeBlockMinChars, 0",
        "codeBlockMinChars, 1.5",
        "start, perhaps",
        "preview, 2"
    })
    void wrongParametersOfAnUploadAreNamedAndNothingIsImported(String parameter, String value) {
        mustName(upload(user, "note.md", bytes("# A note\n"), Map.of(parameter, value)), parameter);

        assertThat(all(user, "/imports")).isEmpty();
    }

    @Test
    void startAndPreviewTogetherAreRefused() {
        Map<String, Boolean> both = Map.of("start", true, "preview", true);

        mustName(upload(user, "note.md", bytes("# A note\n"), both), "preview");

        assertThat(all(user, "/imports")).isEmpty();
    }

    @Test
    void whatIsNoIdIsNotFound() {
        for (String id :
                List.of("1", "x", "null", "..%2f..", "01939d2f-0000-7000-8000-00000000000")) {
            ValidatableResponse answer =
                    as(user).urlEncodingEnabled(false).get("/imports/" + id).then();
            answer.statusCode(not(equalTo(500)));
            assertThat(answer.extract().statusCode()).isIn(400, 404);
        }
    }

    private void mustConflict(String action, String id) {
        as(user).post("/imports/{id}/" + action, id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("conflict"));
    }

    private static void mustName(Response answer, String field) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-input"))
                .body("errors.field", hasItem(field));
    }
}
