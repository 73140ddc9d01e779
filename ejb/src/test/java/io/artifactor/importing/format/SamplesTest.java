package io.artifactor.importing.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real samples, where they stand beside the repository; skipped where not. */
class SamplesTest {

    private static final Path DATA = folder();

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
        assumeThat(Files.isDirectory(DATA))
                .as(
                        "samples are expected in shared/data beside the checkout, or where -Dartifactor.samples says")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "claude-chat-viewer/testdata/claude-bakery-chat.json, 1, 4, 2",
        "claude-chat-viewer/testdata/conversation-rendering-tests.json, 1, 10, 3",
        "claude-chat-viewer/testdata/conversation-with-errors.json, 1, 10, 2",
        "claude-chat-viewer/testdata/conversations.json, 2, 6, 0",
        "claude-chat-viewer/testdata/conversations-multiple-errors.json, 5, 4, 0",
        "claude-chat-viewer/src/data/sampleConversations/api.json, 1, 2, 5",
        "claude-chat-viewer/src/data/sampleConversations/cooking.json, 1, 6, 2",
        "claude-chat-viewer/src/data/sampleConversations/creative-writing.json, 1, 6, 1",
        "claude-chat-viewer/src/data/sampleConversations/data.json, 1, 2, 2",
        "claude-chat-viewer/src/data/sampleConversations/debugging.json, 1, 4, 7",
        "claude-chat-viewer/src/data/sampleConversations/history.json, 1, 6, 0",
        "claude-chat-viewer/src/data/sampleConversations/math-tutoring.json, 1, 4, 0",
        "claude-chat-viewer/src/data/sampleConversations/python.json, 1, 4, 1",
        "claude-chat-viewer/src/data/sampleConversations/webdev.json, 1, 2, 1",
        "chatgpt-export-parser/tests/example-conversation.json, 1, 6, 0"
    })
    void chatsAreRead(String path, int conversations, int messages, int artifacts)
            throws IOException {
        List<ImportedConversation> found =
                records(path).stream().map(ImportedConversation.class::cast).toList();
        assertThat(found).hasSize(conversations);
        assertThat(found.stream().mapToInt(it -> it.messages().size()).sum()).isEqualTo(messages);
        assertThat(found.stream().mapToInt(it -> it.artifacts().size()).sum()).isEqualTo(artifacts);
    }

    @Test
    void keyGivenTwiceIsSaid() throws IOException {
        List<ImportedRecord> found =
                records("claude-chat-viewer/src/data/sampleConversations/business-strategy.json");
        assertThat(found).hasSize(1);
        assertThat(((UnreadableRecord) found.getFirst()).reason())
                .contains("'type' is given twice");
    }

    @ParameterizedTest
    @CsvSource({
        "claude-chat-viewer/testdata/simple-invalid.json",
        "polylogue/claude-ai-v1.session_document.schema.json",
        "polylogue/chatgpt-v1.session_document.schema.json",
        "claude-json-schema/schema/claude-json-schema.json",
        "v2-trees/v2-trees.json",
        "simonw-tools/dates.json"
    })
    void jsonThatIsNoChatIsRefused(String path) {
        assertThatThrownBy(() -> records(path)).isInstanceOf(UnreadableExport.class);
    }

    @Test
    void pagesAndDocumentsAreFiles() throws IOException {
        try (Stream<Path> files = Files.list(DATA.resolve("simonw-tools"))) {
            for (Path file : files.filter(it -> !it.toString().endsWith(".json")).toList()) {
                List<ImportedRecord> found =
                        TestingExport.read(
                                file, file.getFileName().toString(), ReadingOptions.defaults(), 0);
                assertThat(found)
                        .as(file.toString())
                        .hasOnlyElementsOfType(ImportedFile.class)
                        .hasSize(1);
            }
        }
    }

    private static List<ImportedRecord> records(String path) throws IOException {
        Path file = DATA.resolve(path);
        return TestingExport.read(
                file, file.getFileName().toString(), ReadingOptions.defaults(), 0);
    }
}
