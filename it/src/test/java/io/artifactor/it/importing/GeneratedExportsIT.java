package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import io.artifactor.it.importing.Answers.Export;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library holds after an import is what the generator of the file knows it wrote. */
class GeneratedExportsIT extends Imports {

    private static final int SAMPLE = 15;

    private final TestingUser user = newUser();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "claude, export.json, 1",
        "claude, export.zip, 2",
        "chatgpt, export.json, 1",
        "chatgpt, export.zip, 2"
    })
    void everyVersionArrives(String vendor, String fileName, long seed) {
        Answers known = Answers.generate(folder, Export.of(vendor, fileName, seed, 40));

        JsonNode run = completed(user, known.export());

        mustHold(known);
        mustCount(run, known);
        assertThat(run.get("format").asText()).startsWith(vendor + "-export/");
        contentsHaveTheirDigests();
    }

    @ParameterizedTest
    @CsvSource({"claude, again.zip", "chatgpt, again.json"})
    void theSameFileAgainAddsNothing(String vendor, String fileName) {
        Answers known = Answers.generate(folder, Export.of(vendor, fileName, 3, 25));
        JsonNode first = completed(user, known.export());
        List<JsonNode> before = everything(user);

        JsonNode second = completed(user, known.export());

        assertThat(everything(user)).isEqualTo(before);
        assertThat(counts(second))
                .doesNotContainKeys("added", "updated", "broken", "unreadable")
                .containsEntry("unchanged", known.total("conversations") + known.total("files"))
                .containsEntry("versions", counts(first).get("versions"));
    }

    @ParameterizedTest
    @CsvSource({"claude, grown.zip, 6", "chatgpt, grown.json, 5"})
    void whatGrewAddsExactlyTheNew(String vendor, String fileName, long seed) {
        Export small = Export.of(vendor, fileName, seed, 24);
        Answers early = Answers.generate(folder, small);
        completed(user, early.export());
        List<JsonNode> before = everything(user);
        Answers late = Answers.generate(folder, small.grownTo(32));

        JsonNode run = completed(user, late.export());

        mustHold(late);
        assertThat(late.versions()).hasSizeGreaterThan(early.versions().size());
        assertThat(lastingRows(everything(user))).containsAllEntriesOf(lastingRows(before));
        Map<String, Long> added = new HashMap<>();
        for (JsonNode line : ledger(user, run)) {
            added.merge(line.get("kind").asText() + line.get("outcome").asText(), 1L, Long::sum);
        }
        assertThat(added)
                .containsEntry(
                        "conversationadded",
                        late.total("conversations") - early.total("conversations"))
                .containsEntry("conversationupdated", 8L)
                .containsEntry("conversationunchanged", 16L)
                .containsEntry("artifactadded", late.total("artifacts") - early.total("artifacts"));
    }

    @ParameterizedTest
    @CsvSource({"claude, damaged.json", "claude, damaged.zip", "chatgpt, damaged.json"})
    void malformedConversationsAreReportedAndTheOthersArrive(String vendor, String fileName) {
        Export export = Export.of(vendor, fileName, 7, 40).malformedEvery(4);
        Answers known = Answers.generate(folder, export);

        JsonNode run = completed(user, known.export());

        assertThat(known.unreadable()).isEqualTo(10);
        mustHold(known);
        mustCount(run, known);
        assertThat(ledger(user, run))
                .filteredOn(line -> line.get("outcome").asText().equals("unreadable"))
                .hasSize(known.unreadable())
                .allSatisfy(line -> {
                    assertThat(line.get("reason").asText()).matches("[a-z]+(-[a-z0-9]+)+");
                    assertThat(line.get("detail").asText()).contains("Element ", "at byte ");
                    assertThat(line.has("conversationId")).isFalse();
                });
        assertThat(counts(completed(user, known.export())))
                .doesNotContainKeys("added", "updated")
                .containsEntry("unreadable", (long) known.unreadable());
    }

    @ParameterizedTest
    @CsvSource({"claude, look.zip", "chatgpt, look.json"})
    void aPreviewCountsWhatTheImportThenDoesAndChangesNothing(String vendor, String fileName) {
        Export export = Export.of(vendor, fileName, 8, 25).malformedEvery(6);
        Answers known = Answers.generate(folder, export);
        String id = idOf(upload(user, known.export(), Map.of("preview", true)));
        JsonNode preview = over(user, id);
        assertThat(preview.get("state").asText()).isEqualTo("previewed");
        assertThat(ledger(user, preview)).isEmpty();
        assertThat(everything(user)).isEmpty();

        as(user).post("/imports/{id}/start", id).then().statusCode(202);

        JsonNode run = completed(over(user, id));
        assertThat(counts(run)).isEqualTo(counts(preview));
        mustHold(known);
        mustCount(run, known);
    }

    @Test
    void aPreviewOfWhatGrewCountsWhatTheImportThenDoes() {
        Export small = Export.of("claude", "look.json", 9, 20);
        completed(user, Answers.generate(folder, small).export());
        List<JsonNode> before = everything(user);
        Answers late = Answers.generate(folder, small.grownTo(26));

        JsonNode preview = over(user, idOf(upload(user, late.export(), Map.of("preview", true))));

        assertThat(everything(user)).isEqualTo(before);
        as(user).post("/imports/{id}/start", idOf(preview)).then().statusCode(202);
        assertThat(counts(completed(over(user, idOf(preview))))).isEqualTo(counts(preview));
        mustHold(late);
    }

    private void mustHold(Answers known) {
        Holdings found = Holdings.of(user);
        assertThat(found.conversations).isEqualTo(known.conversations());
        assertThat(found.versions).isEqualTo(known.versions());
    }

    /** The totals of the generator, and as many lines in the ledger as are counted. */
    private void mustCount(JsonNode run, Answers known) {
        Map<String, Long> counts = counts(run);
        assertThat(counts)
                .containsEntry("conversations", known.total("conversations"))
                .containsEntry("messages", known.total("messages"))
                .containsEntry("artifacts", known.total("artifacts") + known.total("files"))
                .containsEntry("versions", known.total("versions") + known.total("files"));
        assertThat(counts.getOrDefault("unreadable", 0L)).isEqualTo(known.unreadable());
        List<JsonNode> ledger = ledger(user, run);
        for (String outcome :
                List.of(
                        "added",
                        "updated",
                        "restored",
                        "unchanged",
                        "skipped",
                        "broken",
                        "unreadable")) {
            assertThat(ledger)
                    .filteredOn(line -> line.get("outcome").asText().equals(outcome))
                    .as(outcome)
                    .hasSize(counts.getOrDefault(outcome, 0L).intValue());
        }
        assertThat(ledger)
                .filteredOn(line -> line.get("kind").asText().equals("record"))
                .filteredOn(line -> line.get("outcome").asText().equals("skipped"))
                .extracting(line -> line.get("key").asText())
                .containsExactlyInAnyOrderElementsOf(known.skipped());
    }

    /** Versions never change once they are there. */
    private static Map<String, JsonNode> lastingRows(List<JsonNode> everything) {
        Map<String, JsonNode> versions = new HashMap<>();
        for (JsonNode row : everything) {
            if (row.has("broken")) {
                versions.put(row.get("id").asText(), row);
            }
        }
        return versions;
    }

    private void contentsHaveTheirDigests() {
        List<JsonNode> artifacts = all(user, "/artifacts");
        int step = Math.max(1, artifacts.size() / SAMPLE);
        for (int i = 0; i < artifacts.size(); i += step) {
            String id = artifacts.get(i).get("id").asText();
            for (JsonNode version : all(user, "/artifacts/" + id + "/versions")) {
                byte[] content =
                        as(user).get(
                                        "/artifacts/{id}/versions/{version}/content",
                                        id,
                                        version.get("id").asText())
                                .asByteArray();
                assertThat(sha256(content)).isEqualTo(version.get("sha256").asText());
            }
        }
    }
}
