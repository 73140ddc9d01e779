package io.artifactor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.preview.WorkerAnswer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the worker makes of documents that are in order. */
class PreviewsTest {

    private static RunningWorker worker = RunningWorker.usual();

    @TempDir private Path folder;
    private Documents documents = new Documents(Path.of("."));

    @BeforeAll
    static void start() {
        worker = RunningWorker.usual();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @BeforeEach
    void here() {
        documents = new Documents(folder);
    }

    private static String made(String kind, Path file, String mediaType) {
        WorkerAnswer answer = worker.make(kind, file, mediaType);
        assertThat(answer.outcome()).isEqualTo("ready");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void wordsOfAWordDocumentAreRead() throws IOException {
        assertThat(made("text", documents.docx("a marmalade sky"), "application/octet-stream"))
                .contains("a marmalade sky");
    }

    @Test
    void wordsOfAPdfAreRead() throws IOException {
        assertThat(made("text", documents.pdf("plasticine porters"), "application/pdf"))
                .contains("plasticine porters");
    }

    @Test
    void markdownBecomesAPageThatRunsAndLoadsNothing() throws IOException {
        String markdown =
                """
                # Title

                <script>alert(1)</script>

                [x](javascript:alert(2)) ![p](https://example.com/p.png) <b onclick="alert(3)">y</b>

                | a | b |
                |---|---|
                | 1 | 2 |
                """;
        assertThat(made("markdown", documents.text("a.md", markdown), "text/markdown"))
                .contains("<h1>Title</h1>", "<td>2</td>")
                .doesNotContain("script", "<img", "example.com", "onclick");
    }

    @Test
    void aTableIsReadWhateverSeparatesIt() throws IOException {
        assertThat(made("table", documents.text("a.csv", "a;b\n\"1;2\";3\n"), "text/csv"))
                .contains("\"separator\":\";\"", "[\"a\",\"b\"]", "[\"1;2\",\"3\"]");
    }

    @Test
    void aTableIsReadInItsEncoding() throws IOException {
        byte[] western = "name,town\nJörg,Köln\n".getBytes(Charset.forName("windows-1252"));
        assertThat(made("table", documents.bytes("a.csv", western), "text/csv"))
                .contains("Köln", "windows-1252");
    }

    @Test
    void aLongTableIsCutOff() throws IOException {
        String rows =
                IntStream.range(0, 500).mapToObj(i -> i + ",x").collect(Collectors.joining("\n"));
        assertThat(made("table", documents.text("a.csv", rows), "text/csv"))
                .contains("[\"199\",\"x\"]", "\"more\":true")
                .doesNotContain("[\"200\",\"x\"]");
    }

    @Test
    void anArchiveIsListed() throws IOException {
        Path zip = documents.zip("a.zip", Map.of("src/Main.java", "class Main {}"));
        assertThat(made("archive", zip, "application/zip"))
                .contains("src/Main.java", "\"size\":13", "\"more\":false");
    }

    @Test
    void aPictureIsMadeSmall() throws IOException {
        WorkerAnswer answer = worker.make("thumbnail", documents.png(2000, 1000), "image/png");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(512);
        assertThat(picture.getHeight()).isEqualTo(256);
    }

    @Test
    void theFirstPageIsDrawn() throws IOException {
        WorkerAnswer answer = worker.make("page", documents.pdf("Lucy"), "application/pdf");
        assertThat(answer.outcome()).isEqualTo("ready");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getHeight()).isEqualTo(1024);
        assertThat(
                        IntStream.range(0, picture.getWidth() * picture.getHeight())
                                .map(i ->
                                        picture.getRGB(
                                                i % picture.getWidth(), i / picture.getWidth()))
                                .distinct()
                                .count())
                .isGreaterThan(1);
    }

    @Test
    void aNotebookBecomesAPage() throws IOException {
        String notebook =
                """
                {"cells": [
                  {"cell_type": "markdown", "source": ["# Head\\n", "text"]},
                  {"cell_type": "code", "source": "print('<b>')", "outputs": [{"text": ["out<script>"]}]}
                ]}
                """;
        assertThat(
                        made(
                                "notebook",
                                documents.text("a.ipynb", notebook),
                                "application/x-ipynb+json"))
                .contains("<h1>Head</h1>", "print(", "&lt;b&gt;", "out&lt;script&gt;");
    }

    @Test
    void noParserStartsPrograms() {
        assertThat(TextExtract.parser().getParsers().values().stream().distinct().toList())
                .allSatisfy(PreviewsTest::startsNothing);
    }

    private static void startsNothing(Parser parser) {
        assertThat(parser.getClass().getName()).doesNotContain("ocr", "external", "External");
        if (parser instanceof CompositeParser several) {
            several.getAllComponentParsers().forEach(PreviewsTest::startsNothing);
        }
    }
}
