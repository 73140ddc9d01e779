package io.artifactor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.preview.WorkerAnswer;
import io.artifactor.preview.WorkerLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents can do that are meant to do harm: end their worker at most. */
class HostileDocumentsTest {

    private static final int MUTATIONS = Integer.getInteger("artifactor.mutations", 100);

    private static final List<String> OUTCOMES =
            List.of("ready", "timeout", "memory", "crashed", "too-large", "unsupported", "damaged");

    @TempDir private Path folder;
    private Documents documents = new Documents(Path.of("."));

    @BeforeEach
    void here() {
        documents = new Documents(folder);
    }

    @Test
    void aBombInADocumentIsNotRead() throws IOException {
        Path bomb = documents.bomb("bomb.docx", "word/document.xml", 600);
        try (RunningWorker worker = RunningWorker.usual()) {
            WorkerAnswer answer = worker.make("text", bomb, "application/octet-stream");
            if (answer.isReady()) {
                assertThat(answer.body()).hasSizeLessThan(1_000);
            } else {
                assertThat(answer.outcome()).isIn("damaged", "memory", "timeout", "too-large");
            }
            stillWorks(worker);
        }
    }

    @Test
    void aBombInAnArchiveIsListedAndNotUnpacked() throws IOException {
        Path bomb = documents.bomb("bomb.zip", "zeros", 600);
        try (RunningWorker worker = RunningWorker.usual()) {
            WorkerAnswer answer = worker.make("archive", bomb, "application/zip");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("629145600");
            assertThat(worker.started()).isEqualTo(1);
        }
    }

    @Test
    void entitiesAreNotExpandedAndFilesNotRead() throws IOException {
        Path secret = documents.text("secret.txt", "swordfish");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        laughs.append("]><svg xmlns='http://www.w3.org/2000/svg'><text>&l11;</text></svg>");
        String outside = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";
        try (RunningWorker worker = RunningWorker.usual()) {
            WorkerAnswer laughed =
                    worker.make(
                            "text", documents.text("a.svg", laughs.toString()), "image/svg+xml");
            assertThat(laughed.body()).hasSizeLessThan(10_000);
            WorkerAnswer read =
                    worker.make("text", documents.text("a.xml", outside), "application/xml");
            assertThat(new String(read.body(), StandardCharsets.UTF_8)).doesNotContain("swordfish");
            stillWorks(worker);
        }
    }

    @Test
    void aPictureThatSaysItIsHugeIsRefusedBeforeRoomIsMade() throws IOException {
        byte[] png = Files.readAllBytes(documents.png(10, 10));
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 100_000).putInt(20, 100_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        try (RunningWorker worker = RunningWorker.usual()) {
            Path huge = documents.bytes("huge.png", png);
            assertThat(worker.make("thumbnail", huge, "image/png").outcome())
                    .isEqualTo("too-large");
            assertThat(worker.started()).isEqualTo(1);
        }
    }

    @Test
    void deepNestingDoesNotEndTheWorker() throws IOException {
        String cells = "{\"cells\": " + "[".repeat(500_000) + "]".repeat(500_000) + "}";
        String quotes = ">".repeat(200_000) + " x";
        try (RunningWorker worker = RunningWorker.usual()) {
            assertThat(worker.make("notebook", documents.text("a.ipynb", cells), "").outcome())
                    .isIn("damaged", "too-large");
            assertThat(worker.make("markdown", documents.text("a.md", quotes), "").outcome())
                    .isIn(OUTCOMES);
            stillWorks(worker);
        }
    }

    @Test
    void aWorkerThatTakesTooLongIsEndedAndReplaced() throws IOException {
        WorkerLimits hasty = new WorkerLimits(Duration.ofMillis(1), 1024, 100);
        try (RunningWorker worker = new RunningWorker(hasty)) {
            Path file = documents.text("a.md", "x");
            assertThat(worker.make("markdown", file, "text/markdown").outcome())
                    .isEqualTo("timeout");
            worker.make("markdown", file, "text/markdown");
            assertThat(worker.started()).isEqualTo(2);
        }
    }

    @Test
    void aWorkerThatRunsOutOfMemoryIsEndedAndReplaced() throws IOException {
        // So many names that the directory alone does not fit.
        Path many = folder.resolve("many.zip");
        manyEntries(many, 600_000);
        try (RunningWorker worker = RunningWorker.usual()) {
            assertThat(worker.make("archive", many, "application/zip").outcome())
                    .isEqualTo("memory");
            stillWorks(worker);
            assertThat(worker.started()).isEqualTo(2);
        }
    }

    @Test
    void aResultThatIsTooLongIsRefused() throws IOException {
        WorkerLimits narrow = new WorkerLimits(Duration.ofSeconds(90), 1024, 100);
        try (RunningWorker worker = new RunningWorker(narrow)) {
            Path page = documents.text("a.md", "word ".repeat(1000));
            assertThat(worker.make("markdown", page, "text/markdown").outcome())
                    .isEqualTo("too-large");
        }
    }

    @Test
    void aWorkerIsReplacedAfterItsJobs() throws IOException {
        WorkerLimits two = new WorkerLimits(Duration.ofSeconds(90), 10_000, 2);
        try (RunningWorker worker = new RunningWorker(two)) {
            Path page = documents.text("a.md", "x");
            for (int i = 0; i < 3; i++) {
                assertThat(worker.make("markdown", page, "").isReady()).isTrue();
            }
            assertThat(worker.started()).isEqualTo(2);
        }
    }

    @Test
    void changedAndCutOffDocumentsAreAnsweredForAll() throws IOException {
        Random random = new Random(20261121);
        Map<Path, String> good =
                Map.of(
                        documents.docx("a marmalade sky"), "text",
                        documents.pdf("plasticine porters"), "page",
                        documents.png(100, 100), "thumbnail",
                        documents.zip("a.zip", Map.of("a", "b")), "archive");
        try (RunningWorker worker = RunningWorker.usual()) {
            for (int i = 0; i < MUTATIONS; i++) {
                for (Map.Entry<Path, String> document : good.entrySet()) {
                    Path file = documents.bytes("mutation", mutation(document.getKey(), random));
                    WorkerAnswer answer = worker.make(document.getValue(), file, "");
                    assertThat(answer.outcome()).isIn(OUTCOMES);
                    assertThat(answer.body()).hasSizeLessThanOrEqualTo(5 * 1024 * 1024);
                }
            }
            stillWorks(worker);
        }
    }

    private static byte[] mutation(Path document, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(document);
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int i = random.nextInt(1, 20); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void manyEntries(Path file, int entries) throws IOException {
        try (var zip =
                new java.util.zip.ZipOutputStream(
                        new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setMethod(java.util.zip.ZipOutputStream.STORED);
            for (int i = 0; i < entries; i++) {
                var entry = new java.util.zip.ZipEntry("an entry with a name of some length " + i);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }
    }

    private void stillWorks(RunningWorker worker) throws IOException {
        WorkerAnswer answer =
                worker.make("markdown", documents.text("good.md", "# Fine"), "text/markdown");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<h1>Fine</h1>");
    }
}
