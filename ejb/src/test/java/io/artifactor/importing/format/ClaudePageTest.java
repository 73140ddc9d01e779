package io.artifactor.importing.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudePageTest {

    private static final String PAGE =
            """
            <!DOCTYPE html><html><head><title>Sorting things | Claude</title>
            <link rel="canonical" href="https://claude.ai/share/6f1e0f6c-5a39-4c9e-8d0f-6d9a1a1f1c11">
            </head><body><nav>Menu</nav>
            <div data-testid="user-message"><p>How do I sort &lt;things&gt;?</p></div>
            <div class="font-claude-message"><p>Like this:</p><h3>Merge sort</h3>
            <pre><button>Copy</button><code class="hljs language-python"><span>def</span> sort(a):
                if len(a) &lt; 2:
                    return a
                half = len(a) // 2
                left, right = sort(a[:half]), sort(a[half:])
                # both halves are sorted now, and merging them takes as long as both are together
                # so that all of it is done in n log n steps
                # both halves are sorted now, and merging them takes as long as both are together
                return merge(left, right)  # ``` in the middle
            </code></pre>
            <div data-title="styles.css"><pre><code class="language-css">a { color: red; }
            b { color: green; } /* a stylesheet that is long enough to be kept by itself */
            c { color: blue; } /* a stylesheet that is long enough to be kept by itself */
            d { color: white; } /* a stylesheet that is long enough to be kept by itself */
            e { color: black; }</code></pre></div>
            </div></body></html>
            """;

    @TempDir Path folder;

    private Path file(String html) throws IOException {
        return Files.writeString(folder.resolve("page.html"), html);
    }

    private String format(String html) throws IOException {
        return ExportFormats.detect(file(html), "page.html", ReadingOptions.defaults()).format();
    }

    private ImportedRecord read(String html) throws IOException {
        try (ExportReader reader =
                ExportFormats.open(file(html), "page.html", ReadingOptions.defaults(), 0)) {
            return reader.next().orElseThrow();
        }
    }

    private static String contentOf(ImportedArtifact artifact) {
        List<String> contents = new ArrayList<>();
        artifact.replay(version -> contents.add(version.content()));
        return contents.getLast();
    }

    @Test
    void aSavedPageGivesItsCodeWithLanguageAndTitle() throws IOException {
        assertThat(format(PAGE)).isEqualTo("claude-page/1");
        ImportedConversation talk = (ImportedConversation) read(PAGE);

        assertThat(talk.title()).isEqualTo("Sorting things");
        assertThat(talk.sourceId()).isEqualTo("page-6f1e0f6c-5a39-4c9e-8d0f-6d9a1a1f1c11");
        assertThat(talk.messages())
                .extracting(ImportedMessage::sender)
                .containsExactly(Sender.HUMAN, Sender.ASSISTANT);
        assertThat(talk.messages().getFirst().text()).isEqualTo("How do I sort <things>?");
        assertThat(talk.artifacts())
                .extracting(ImportedArtifact::title)
                .containsExactly("Merge sort", "styles.css");
        assertThat(talk.artifacts())
                .extracting(ImportedArtifact::language)
                .containsExactly("python", "css");
        assertThat(contentOf(talk.artifacts().getFirst()))
                .startsWith("def sort(a):\n    if len(a) < 2:\n")
                .endsWith("# ``` in the middle")
                .doesNotContain("Copy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><meta property='og:url' content='https://claude.ai/share/abcdefgh'>",
                "<!-- saved from url=(0050)https://claude.ai/chat/abcdefgh --><html><head>",
                "<html><head><title>A talk - Claude</title><link href='https://claude.ai/x.css'>"
            })
    void pagesSayWhereTheyCameFrom(String head) throws IOException {
        assertThat(format(head + "</head><body><pre>x</pre></body></html>"))
                .isEqualTo("claude-page/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><a href='https://claude.ai/share/abcdefgh'>a talk</a></body></html>",
                "<html><head><link rel=canonical href='https://example.org/claude.ai'></head></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'><title>claude.ai</title></svg>",
                "<html><head><title>Claude</title></head><body>text</body></html>"
            })
    void otherPagesStayFiles(String html) throws IOException {
        assertThat(format(html)).isNotEqualTo("claude-page/1");
    }

    @Test
    void aHostilePageIsReadAsWell() throws IOException {
        String head =
                "<head><link rel=canonical href='https://claude.ai/chat/abcdefgh'></head><body>";
        String deep = "<div title='x'>".repeat(50_000) + "<pre>" + "`".repeat(500) + "</pre>";

        assertThat(read(head + deep)).isInstanceOf(ImportedConversation.class);
        assertThat(read(head)).isInstanceOf(ImportedConversation.class);
    }
}
