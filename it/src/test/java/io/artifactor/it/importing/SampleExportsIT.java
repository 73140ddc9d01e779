package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real samples, where they stand beside the repository; skipped where not. */
class SampleExportsIT extends Imports {

    private static final Path DATA = folder();
    private static final String PAGES = "simonw-tools";

    /** Conversations, messages and artifacts in samples that were looked through by hand. */
    private static final Map<String, String> KNOWN =
            """
            claude-chat-viewer/testdata/claude-bakery-chat.json: 1, 4, 2
            claude-chat-viewer/testdata/conversation-rendering-tests.json: 1, 10, 3
            claude-chat-viewer/testdata/conversation-with-errors.json: 1, 10, 2
            claude-chat-viewer/testdata/conversations.json: 2, 6, 0
            claude-chat-viewer/testdata/conversations-multiple-errors.json: 5, 4, 0
            claude-chat-viewer/testdata/simple-invalid.json: refused
            claude-chat-viewer/src/data/sampleConversations/api.json: 1, 2, 5
            claude-chat-viewer/src/data/sampleConversations/business-strategy.json: 0, 0, 0
            claude-chat-viewer/src/data/sampleConversations/cooking.json: 1, 6, 2
            claude-chat-viewer/src/data/sampleConversations/creative-writing.json: 1, 6, 1
            claude-chat-viewer/src/data/sampleConversations/data.json: 1, 2, 2
            claude-chat-viewer/src/data/sampleConversations/debugging.json: 1, 4, 7
            claude-chat-viewer/src/data/sampleConversations/history.json: 1, 6, 0
            claude-chat-viewer/src/data/sampleConversations/math-tutoring.json: 1, 4, 0
            claude-chat-viewer/src/data/sampleConversations/python.json: 1, 4, 1
            claude-chat-viewer/src/data/sampleConversations/webdev.json: 1, 2, 1
            chatgpt-export-parser/tests/example-conversation.json: 1, 6, 0
            claude-json-schema/schema/claude-json-schema.json: refused
            polylogue/claude-ai-v1.session_document.schema.json: refused
            polylogue/chatgpt-v1.session_document.schema.json: refused
            polylogue/docs/providers/chatgpt.md: 0, 0, 1
            simonw-tools/dates.json: refused
            v2-trees/v2-trees.json: refused
            """
                    .lines()
                    .map(line -> line.split(": "))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));

    private final TestingUser user = newUser();

    private static Path folder() {
        String said = System.getProperty("artifactor.samples");
        if (said != null) {
            return Path.of(said);
        }
        Path up = Path.of("").toAbsolutePath();
        while (up != null && !Files.isDirectory(up.resolve("shared/data"))) {
            up = up.getParent();
        }
        return up == null ? Path.of("shared/data") : up.resolve("shared/data");
    }

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(
                Files.isDirectory(DATA),
                "samples are expected in shared/data beside the checkout, or where"
                        + " -Dartifactor.samples says");
    }

    /** All but the hundreds of pages, which come together in an archive. */
    static List<String> samples() throws IOException {
        if (!Files.isDirectory(DATA)) {
            return List.of("absent");
        }
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> DATA.relativize(file).toString())
                    .filter(path -> !path.startsWith(PAGES) || path.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleArrivesOrIsRefusedWithAReason(String path) {
        Path file = DATA.resolve(path);

        Response answer = upload(user, file, Map.of("start", true));

        String known = KNOWN.getOrDefault(path, "");
        if (answer.statusCode() == 422) {
            mustBeRefused(answer);
            assertThat(known).isIn("", "refused");
            return;
        }
        JsonNode run = completed(over(user, idOf(answer)));
        List<JsonNode> ledger = ledger(user, run);
        assertThat(ledger).isNotEmpty().allSatisfy(SampleExportsIT::mustBeClear);
        if (!known.isEmpty()) {
            assertThat(holdings()).isEqualTo(known);
        }
        secondImportAddsNothing(() -> imported(user, file));
    }

    private void mustBeRefused(Response answer) {
        JsonNode problem = json(answer.asString());
        assertThat(problem.get("code").asText()).isEqualTo("unreadable-import");
        assertThat(problem.get("reason").asText()).matches("[a-z]+(-[a-z]+)+");
        assertThat(problem.get("detail").asText()).hasSizeGreaterThan(20);
        assertThat(all(user, "/imports")).isEmpty();
        assertThat(everything(user)).isEmpty();
    }

    private static void mustBeClear(JsonNode line) {
        boolean became = line.has("conversationId") || line.has("artifactId");
        if (line.get("outcome").asText().equals("unreadable")) {
            assertThat(line.get("reason").asText()).matches("[a-z]+(-[a-z]+)+");
            assertThat(line.get("detail").asText()).hasSizeGreaterThan(20);
            assertThat(became).isFalse();
        } else {
            assertThat(became).isTrue();
        }
    }

    /** Conversations, messages and artifacts, as the samples' table has them. */
    private String holdings() {
        List<JsonNode> conversations = all(user, "/conversations");
        int messages = conversations.stream().mapToInt(it -> it.get("messageCount").asInt()).sum();
        int artifacts = all(user, "/artifacts").size();
        return conversations.size() + ", " + messages + ", " + artifacts;
    }

    @Test
    void aKeyGivenTwiceIsSaidAndNothingHalfDone() {
        Path file =
                DATA.resolve(
                        "claude-chat-viewer/src/data/sampleConversations/business-strategy.json");

        JsonNode run = completed(user, file);

        List<JsonNode> ledger = ledger(user, run);
        assertThat(ledger).hasSize(1);
        assertThat(ledger.getFirst().get("outcome").asText()).isEqualTo("unreadable");
        assertThat(ledger.getFirst().get("detail").asText()).contains("'type' is given twice");
        assertThat(everything(user)).isEmpty();
    }

    @Test
    void hundredsOfPagesInAnArchiveArriveByteForByte() throws IOException {
        Map<String, byte[]> pages = new HashMap<>();
        try (Stream<Path> files = Files.list(DATA.resolve(PAGES))) {
            for (Path file : files.toList()) {
                pages.put("tools/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        mustArriveAsFiles("tools.zip", pages);
    }

    @Test
    void treesOfTheOldDesktopToolArriveFileByFile() throws IOException {
        JsonNode trees = json(Files.readString(DATA.resolve("v2-trees/v2-trees.json")));
        Map<String, byte[]> files = new HashMap<>();
        trees.fields()
                .forEachRemaining(tree -> {
                    if (tree.getKey().startsWith("out_")) {
                        tree.getValue()
                                .fields()
                                .forEachRemaining(file ->
                                        files.put(
                                                tree.getKey() + "/" + file.getKey(),
                                                bytes(file.getValue().get("text").asText())));
                    }
                });
        mustArriveAsFiles("trees.zip", files);
    }

    @Test
    void exportsOfTheOldDesktopToolArriveOrAreRefused() throws IOException {
        JsonNode trees = json(Files.readString(DATA.resolve("v2-trees/v2-trees.json")));
        Map<String, Long> artifacts = new HashMap<>();
        trees.get("_inputs")
                .fields()
                .forEachRemaining(input -> {
                    byte[] content = bytes(input.getValue().asText());
                    JsonNode run = completed(user, input.getKey(), content);
                    artifacts.put(input.getKey(), run.at("/counts/artifacts").asLong());
                });
        assertThat(artifacts)
                .containsEntry("in_artifacts.json", 11L)
                .containsEntry("in_claude_export.json", 0L);
    }

    @Test
    void chatsAndOtherFilesInOneArchiveAreToldApart() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String path : samples()) {
            files.put(path, Files.readAllBytes(DATA.resolve(path)));
        }

        JsonNode run = completed(user, "samples.zip", zip(files));

        assertThat(all(user, "/conversations")).hasSizeGreaterThan(15);
        assertThat(counts(run)).containsEntry("unreadable", 1L);
        secondImportAddsNothing(() -> imported(user, "samples.zip", zip(files)));
    }

    private void mustArriveAsFiles(String archive, Map<String, byte[]> files) {
        JsonNode run = completed(user, archive, zip(files));

        Map<String, String> ids = new HashMap<>();
        for (JsonNode line : ledger(user, run)) {
            assertThat(line.get("outcome").asText()).as(line.toString()).isEqualTo("added");
            ids.put(line.get("key").asText(), line.get("artifactId").asText());
        }
        assertThat(ids.keySet()).isEqualTo(files.keySet());
        int step = Math.max(1, files.size() / 40);
        int at = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (at++ % step == 0) {
                assertThat(
                                as(user).get("/artifacts/{id}/content", ids.get(file.getKey()))
                                        .asByteArray())
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
        secondImportAddsNothing(() -> imported(user, archive, zip(files)));
    }

    private void secondImportAddsNothing(Supplier<JsonNode> again) {
        List<JsonNode> before = new ArrayList<>(all(user, "/conversations"));
        before.addAll(all(user, "/artifacts"));

        JsonNode second = completed(again.get());

        assertThat(counts(second)).doesNotContainKeys("added", "updated");
        List<JsonNode> after = new ArrayList<>(all(user, "/conversations"));
        after.addAll(all(user, "/artifacts"));
        assertThat(after).isEqualTo(before);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return Zips.of(
                files.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(file -> Zips.file(file.getKey(), file.getValue()))
                        .toList());
    }
}
