package io.artifactor.it.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Library;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PreviewsIT extends Library {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final TestingUser user = newUser();

    private String upload(String fileName, byte[] content) {
        return as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", fileName)
                .body(content)
                .post("/artifacts/upload")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response preview(String id, Map<String, String> parameters) {
        return as(user).queryParams(parameters).get("/artifacts/{id}/preview", id);
    }

    /** Waits until the preview is made, or it is said that it will not be. */
    private Response made(String id, Map<String, String> parameters) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> preview(id, parameters), answer -> answer.statusCode() != 202);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String words) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """);
        parts.put(
                "_rels/.rels",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """);
        parts.put(
                "word/document.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>
                """
                        .formatted(words));
        return zip(parts);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void searchFindsWordsInsideOfADocument() throws IOException {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String id = upload("letter.docx", docx("Dear " + word + " reader"));

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(
                                        as(user).queryParam("q", word)
                                                .get("/search")
                                                .jsonPath()
                                                .getList("items.id"))
                                .isEqualTo(List.of(id)));
        made(id, Map.of("kind", "text"))
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString(word));
    }

    @Test
    void aPictureIsShownSmall() throws IOException {
        Response answer = made(upload("wide.png", png(1500, 750)), Map.of());
        answer.then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Security-Policy", containsString("sandbox"));
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.asByteArray())).getWidth())
                .isEqualTo(512);
    }

    @Test
    void aPreviewIsNotSentTwice() {
        String id = add(user, Map.of("title", "T", "fileName", "t.csv", "content", "a,b\n1,2\n"));
        Response first = made(id, Map.of("kind", "table"));
        first.then().statusCode(200).body("rows[1][1]", equalTo("2"));
        as(user).header("If-None-Match", first.header("ETag"))
                .queryParam("kind", "table")
                .get("/artifacts/{id}/preview", id)
                .then()
                .statusCode(304);
    }

    @Test
    void aVersionHasItsOwnPreview() {
        String id = add(user, Map.of("title", "T", "fileName", "t.md", "content", "# First"));
        String version = as(user).get("/artifacts/{id}/versions", id).path("items[0].id");
        replace(user, id, "# Second");

        made(id, Map.of("kind", "markdown")).then().body(containsString("Second"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        as(user).get("/artifacts/{id}/versions/{v}/preview", id, version)
                                .then()
                                .statusCode(200)
                                .body(containsString("First")));
    }

    @Test
    void whatHasNoPreviewSaysSo() {
        String id = add(user, Map.of("title", "T", "fileName", "t.bin", "content", "x"));
        preview(id, Map.of("kind", "page"))
                .then()
                .statusCode(404)
                .body("type", containsString("no-preview"));
    }

    @Test
    void aDamagedDocumentSaysWhy() throws IOException {
        byte[] png = png(100, 100);
        byte[] half = Arrays.copyOf(png, 45);
        made(upload("half.png", half), Map.of())
                .then()
                .statusCode(404)
                .body("type", containsString("no-preview"))
                .body("reason", equalTo("damaged"));
    }

    @Test
    void nobodyElseSeesAPreview() throws IOException {
        String id = upload("p.png", png(10, 10));
        as(newUser())
                .get("/artifacts/{id}/preview", id)
                .then()
                .statusCode(404)
                .body("type", containsString("not-found"));
    }
}
