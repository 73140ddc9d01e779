package io.artifactor.it.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.artifact.Rows;
import io.artifactor.launcher.Part;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Documents and archives with bytes changed, cut out, doubled and cut off, through upload, preview
 * and import at once.
 */
class HostileDocumentsIT extends HostileUploads {

    private static final int DOCUMENTS = Integer.getInteger("it.hostile.documents", 60);
    private static final Duration PATIENCE = Duration.ofSeconds(60 + 2L * DOCUMENTS);

    private final Random random = new Random(20261121);

    @Test
    void changedDocumentsHarmNobody() throws Exception {
        long server = RunningServer.stack().pid(Part.SERVER);
        List<Map.Entry<String, byte[]>> good = List.copyOf(good().entrySet());
        List<String> imports = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            Map.Entry<String, byte[]> document = good.get(i % good.size());
            byte[] changed = changed(document.getValue());
            mustBeTaken(document.getKey(), changed);
            Response answer = upload(user, document.getKey(), changed, Map.of("start", true));
            if (answer.statusCode() == 201) {
                imports.add(idOf(answer));
            } else {
                mustBeRefusal(answer, document.getKey());
            }
        }

        for (String id : imports) {
            await("the end of an import")
                    .atMost(PATIENCE)
                    .until(() -> run(user, id).hasNonNull("endedAt"));
            assertThat(run(user, id).get("state").asText()).isIn("completed", "failed");
        }
        await("the end of all previews").atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(previews())
                .isNotEmpty()
                .allMatch(state -> state.matches("200|404"), "made, or said why not");
        assertThat(RunningServer.stack().pid(Part.SERVER)).isEqualTo(server);
    }

    /** The library keeps whatever it is given, as it is given. */
    private void mustBeTaken(String name, byte[] content) {
        Response answer =
                as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", name)
                        .body(content)
                        .post("/artifacts/upload");
        answer.then().statusCode(201);
        assertThat(as(user).get("/artifacts/{id}/content", idOf(answer)).asByteArray())
                .isEqualTo(content);
    }

    private List<String> previews() {
        return all(user, "/artifacts").stream()
                .map(artifact -> artifact.get("id").asText())
                .map(id ->
                        await().atMost(PATIENCE)
                                .until(
                                        () -> as(user).get("/artifacts/{id}/preview", id),
                                        answer -> answer.statusCode() != 202))
                .map(answer -> String.valueOf(answer.statusCode()))
                .toList();
    }

    private static long waiting() throws SQLException {
        return Rows.count("select count(*) from preview where state in ('waiting', 'making')");
    }

    private byte[] changed(byte[] document) {
        byte[] bytes = document.clone();
        int length = bytes.length;
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(1, length));
            case 1 -> without(bytes, random.nextInt(length), random.nextInt(1, 200));
            case 2 -> doubled(bytes, random.nextInt(length), random.nextInt(1, 2_000));
            default -> {
                for (int i = random.nextInt(1, 30); i > 0; i--) {
                    bytes[random.nextInt(length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
        };
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(bytes, 0, Math.max(1, from));
        int after = Math.min(bytes.length, from + length);
        rest.write(bytes, after, bytes.length - after);
        return rest.toByteArray();
    }

    private static byte[] doubled(byte[] bytes, int from, int length) {
        int part = Math.min(length, bytes.length - from);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(bytes, 0, from + part);
        more.write(bytes, from, bytes.length - from);
        return more.toByteArray();
    }

    private Map<String, byte[]> good() throws IOException {
        Map<String, byte[]> good = new LinkedHashMap<>();
        byte[] chats = CHAT.formatted(marker).getBytes(StandardCharsets.UTF_8);
        good.put("export.zip", Zips.of(Zips.file("conversations.json", CHAT.formatted(marker))));
        good.put("conversations.json", chats);
        good.put("picture.png", picture());
        good.put("letter.docx", Zips.of(Zips.file("word/document.xml", "<a>x</a>")));
        good.put("paper.pdf", bytes(PDF));
        good.put("archive.zip", Zips.of(Zips.file("a/b.txt", "b"), Zips.file("c.md", "# c")));
        good.put("nested.zip", Zips.of(Zips.file("n.json", "[".repeat(9_000)), Zips.file("d", "")));
        good.put("table.csv", bytes("a;\"b\";c\n1;2;3\n".repeat(500)));
        good.put("drawing.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"));
        good.put("notes.md", bytes("# Title\n\n" + "> * [a](b) `c` **d**\n".repeat(200)));
        good.put("book.ipynb", bytes(NOTEBOOK));
        good.put("page.html", bytes("<html><body><script>alert(1)</script><p>x".repeat(50)));
        return good;
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static final String NOTEBOOK =
            """
            {"cells": [{"cell_type": "code", "source": ["print(1)"], "outputs": [{"output_type": "stream",
            "text": ["1"]}]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """;

    private static final String PDF =
            """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R
            /Resources << /Font << /F1 5 0 R >> >> >> endobj
            4 0 obj << /Length 36 >> stream
            BT /F1 18 Tf 20 100 Td (Hello) Tj ET
            endstream endobj
            5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
            trailer << /Root 1 0 R /Size 6 >>
            %%EOF
            """;
}
