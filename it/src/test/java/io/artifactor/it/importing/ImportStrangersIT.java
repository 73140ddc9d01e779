package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import io.artifactor.it.importing.Answers.Export;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another user sees nothing of an import of mine, and nothing it brought. */
class ImportStrangersIT extends Imports {

    private static final String ABSENT = "01939d2f-0000-7000-8000-000000000001";

    private final TestingUser owner = newUser();

    @TempDir private Path folder;

    @Test
    void everythingOfAnImportIsNotFoundForOthers() {
        JsonNode run = completed(owner, "mine.md", bytes("# Mine\n"));
        String waiting = idOf(upload(owner, "waits.md", bytes("# Waits\n"), Map.of()));

        for (TestingUser other : List.of(newUser(), administrator(), newUser(Set.of("auditor")))) {
            for (String id : List.of(idOf(run), waiting, ABSENT)) {
                as(other).get("/imports/{id}", id).then().statusCode(404);
                as(other).get("/imports/{id}/items", id).then().statusCode(404);
                as(other).get("/imports/{id}/original", id).then().statusCode(404);
            }
            // The administrator of all tests may have some of their own.
            assertThat(
                            as(other)
                                    .queryParam("size", 200)
                                    .get("/imports")
                                    .<List<String>>path("items.id"))
                    .doesNotContain(idOf(run), waiting);
        }
        for (TestingUser other : List.of(newUser(), administrator())) {
            for (String id : List.of(idOf(run), waiting, ABSENT)) {
                for (String action : List.of("start", "stop", "preview")) {
                    as(other).post("/imports/{id}/" + action, id).then().statusCode(404);
                }
            }
        }
        assertThat(run(owner, waiting).get("state").asText()).isEqualTo("uploaded");
    }

    @Test
    void whatAnImportBroughtIsNotFoundForOthers() {
        Answers known = Answers.generate(folder, Export.of("claude", "mine.zip", 13, 6));
        JsonNode run = completed(owner, known.export());

        for (TestingUser other : List.of(newUser(), administrator(), newUser(Set.of("auditor")))) {
            for (JsonNode line : ledger(owner, run)) {
                String conversation = line.path("conversationId").asText(ABSENT);
                String artifact = line.path("artifactId").asText(ABSENT);
                as(other).get("/conversations/{id}", conversation).then().statusCode(404);
                as(other).get("/artifacts/{id}/content", artifact).then().statusCode(404);
            }
            assertThat(everything(other)).isEmpty();
        }
    }

    /** The same file of another user is another import, and brings things of their own. */
    @Test
    void theSameFileOfAnotherUserIsTheirs() {
        Answers known = Answers.generate(folder, Export.of("claude", "both.json", 14, 6));
        completed(owner, known.export());
        TestingUser other = newUser();

        completed(other, known.export());

        assertThat(Holdings.of(other).versions).isEqualTo(known.versions());
        List<String> mine = ids(owner);
        assertThat(ids(other)).hasSameSizeAs(mine).doesNotContainAnyElementsOf(mine);
    }

    @Test
    void anAuditorImportsNothing() {
        TestingUser auditor = newUser(Set.of("auditor"));

        upload(auditor, "a.md", bytes("# A\n"), Map.of("start", true))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        for (String action : List.of("start", "stop", "preview")) {
            as(auditor).post("/imports/{id}/" + action, ABSENT).then().statusCode(403);
        }
        assertThat(all(auditor, "/imports")).isEmpty();
    }

    @Test
    void nobodyImportsWithoutSigningIn() {
        anonymous().get("/imports").then().statusCode(401);
        anonymous().body("x").post("/imports").then().statusCode(401);
        anonymous().get("/imports/{id}", ABSENT).then().statusCode(401);
        anonymous().get("/imports/{id}/items", ABSENT).then().statusCode(401);
        anonymous().get("/imports/{id}/original", ABSENT).then().statusCode(401);
        anonymous().post("/imports/{id}/start", ABSENT).then().statusCode(401);
    }

    private static List<String> ids(TestingUser user) {
        return everything(user).stream().map(row -> row.get("id").asText()).toList();
    }
}
