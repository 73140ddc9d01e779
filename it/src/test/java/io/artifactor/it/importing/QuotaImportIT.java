package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An import takes what there is room for, and says what it left out. */
class QuotaImportIT extends Imports {

    private final TestingUser user = newUser();
    private final String id = as(user).get("/auth/me").path("id");

    private void limit(long bytes) {
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("limit", bytes))
                .put("/users/{id}/quota", id)
                .then()
                .statusCode(200);
    }

    private long used() {
        return as(user).get("/users/{id}/quota", id).jsonPath().getLong("used");
    }

    private static byte[] archive() {
        return Zips.of(
                Zips.file("a.txt", "a".repeat(40)),
                Zips.file("b.txt", "b".repeat(100)),
                Zips.file("c.txt", "c".repeat(50)));
    }

    private static byte[] export() {
        return bytes(
                """
                [{"uuid":"q-1","name":"Quota","chat_messages":[
                  {"uuid":"m-1","sender":"human","text":"Write"},
                  {"uuid":"m-2","sender":"assistant","text":%s}]}]
                """
                        .formatted(quoted(tag("one", 30) + "\\n" + tag("two", 300))));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String tag(String name, int length) {
        return "<antArtifact identifier=\\\"%s\\\" type=\\\"text/markdown\\\" title=\\\"%s\\\">%s</antArtifact>"
                .formatted(name, name, "x".repeat(length));
    }

    @Test
    void filesWithoutRoomAreLeftOutAndTheRestComes() {
        limit(100);

        JsonNode run = completed(user, "files.zip", archive());

        assertThat(reasons(user, run)).containsExactly("ok", "over-quota", "ok");
        assertThat(ledger(user, run).get(1).get("outcome").asText()).isEqualTo("skipped");
        assertThat(all(user, "/artifacts")).hasSize(2);
        assertThat(used()).isEqualTo(90);
    }

    @Test
    void whatWasLeftOutComesWithTheNextImport() {
        limit(100);
        completed(user, "files.zip", archive());
        JsonNode chat = completed(user, "conversations.json", export());
        assertThat(reasons(user, chat)).contains("over-quota");
        assertThat(all(user, "/conversations")).hasSize(1);
        limit(10_000);

        JsonNode again = completed(user, "files.zip", archive());
        JsonNode chatAgain = completed(user, "conversations.json", export());

        assertThat(outcomes(again)).containsExactly("unchanged", "added", "unchanged");
        assertThat(reasons(user, chatAgain)).doesNotContain("over-quota");
        assertThat(all(user, "/artifacts")).hasSize(5);
        assertThat(used()).isEqualTo(190 + 330);
        assertThat(outcomes(completed(user, "conversations.json", export())))
                .containsOnly("unchanged");
    }

    @Test
    void importsAtOnceTakeExactlyTheRoomThereIs() {
        limit(250);
        List<String> runs = new ArrayList<>();
        for (String name : List.of("One", "Two")) {
            String workspace =
                    as(user).contentType(ContentType.JSON)
                            .body(Map.of("name", name))
                            .post("/workspaces")
                            .path("id");
            Map<String, Object> into = Map.of("start", true, "workspaceId", workspace);
            runs.add(idOf(upload(user, "many.zip", many(), into)));
        }

        runs.forEach(run -> completed(over(user, run)));

        assertThat(used()).isEqualTo(250);
        assertThat(all(user, "/artifacts")).hasSize(25);
    }

    private static byte[] many() {
        List<Zips.Entry> files = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            files.add(Zips.file("f" + i + ".txt", "%010d".formatted(i)));
        }
        return Zips.of(files);
    }

    private List<String> outcomes(JsonNode run) {
        return ledger(user, run).stream().map(line -> line.get("outcome").asText()).toList();
    }
}
