package io.artifactor.it.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A file that lies in the trash comes back when it is sent again, whichever way it is sent. */
class ComingBackIT extends Life {

    private final TestingUser user = newUser();

    private String deleted(String fileName, String content) {
        String id = upload(user, fileName, content).then().statusCode(201).extract().path("id");
        delete(user, id);
        return id;
    }

    /** Sends the file in one piece by tus, and gives the upload as it is then. */
    private JsonPath sent(String fileName, String content, String metadata) {
        Tus tus = new Tus(user);
        byte[] bytes = content.getBytes(UTF_8);
        HttpResponse<String> begun = tus.begin(bytes.length, fileName, metadata);
        assertThat(begun.statusCode()).isEqualTo(201);
        String location = begun.headers().firstValue("Location").orElseThrow();
        assertThat(tus.append(location, 0, bytes).statusCode()).isEqualTo(204);
        return as(user).get("/uploads/" + location.substring(location.lastIndexOf('/') + 1))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath imported(String fileName, byte[] content, boolean preview) {
        String run =
                as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", fileName)
                        .queryParam(preview ? "preview" : "start", true)
                        .body(content)
                        .post("/imports")
                        .path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Set.of("completed", "previewed", "failed")
                                .contains(as(user).get("/imports/{id}", run).path("state")));
        return as(user).get("/imports/{id}", run).jsonPath();
    }

    private JsonPath items(JsonPath run) {
        return as(user).get("/imports/{id}/items", run.getString("id")).jsonPath();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void lie(int inTrash, int outside) {
        as(user).get("/trash").then().body("items", hasSize(inTrash));
        list(user, Map.of()).then().body("items", hasSize(outside));
    }

    @Test
    void anUploadInPiecesBringsBackTheSameFile() {
        String id = deleted("a.txt", "the same");

        JsonPath upload = sent("a.txt", "the same", "");

        assertThat(upload.getString("artifactId")).isEqualTo(id);
        assertThat(upload.getBoolean("restored")).isTrue();
        get(user, id).then().statusCode(200).body("versionCount", equalTo(1));
        lie(0, 1);
    }

    @Test
    void anUploadInPiecesOfAnotherNameOrByWishIsNew() {
        String id = deleted("a.txt", "the same");

        JsonPath renamed = sent("b.txt", "the same", "");
        JsonPath wished = sent("a.txt", "the same", ",restore " + Tus.base64("false"));

        assertThat(renamed.getString("artifactId")).isNotEqualTo(id);
        assertThat(wished.getString("artifactId")).isNotEqualTo(id);
        assertThat((Object) wished.get("restored")).isNull();
        lie(1, 2);
        assertThat(
                        new Tus(user)
                                .begin(1, "a.txt", ",restore " + Tus.base64("perhaps"))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anImportBringsBackTheFilesItMade() throws IOException {
        byte[] archive = zip(Map.of("a.txt", "one", "b.txt", "two"));
        imported("files.zip", archive, false);
        list(user, Map.of("sort", "title")).then().body("items.title", contains("a.txt", "b.txt"));
        String id = list(user, Map.of("sort", "title")).path("items[0].id");
        delete(user, id);

        JsonPath preview = imported("files.zip", archive, true);
        assertThat(preview.getInt("counts.restored")).isOne();
        lie(1, 1);
        JsonPath again = imported("files.zip", archive, false);

        assertThat(again.getInt("counts.restored")).isOne();
        assertThat(again.getInt("counts.unchanged")).isOne();
        assertThat(again.getInt("counts.added")).isZero();
        as(user).queryParam("outcome", "restored")
                .get("/imports/{id}/items", again.getString("id"))
                .then()
                .body("items.artifactId", contains(id))
                .body("items.reason", contains(nullValue()));
        lie(0, 2);
        assertThat(imported("files.zip", archive, false).getInt("counts.unchanged")).isEqualTo(2);
    }

    @Test
    void anImportBringsBackWhatWasUploadedAndKnowsItAgain() throws IOException {
        String id = deleted("a.txt", "of a hand");
        byte[] archive = zip(Map.of("a.txt", "of a hand"));

        JsonPath first = imported("files.zip", archive, false);
        JsonPath second = imported("files.zip", archive, false);

        assertThat(items(first).getList("items.outcome")).isEqualTo(List.of("restored"));
        assertThat(items(first).getString("items[0].artifactId")).isEqualTo(id);
        assertThat(second.getInt("counts.added")).isZero();
        get(user, id).then().statusCode(200).body("versionCount", equalTo(1));
        lie(0, 1);
    }

    @Test
    void ofTwoFilesThatAreTheSameOneComesBack() throws IOException {
        String id = deleted("a.txt", "twice");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("left/a.txt", "twice");
        files.put("right/a.txt", "twice");

        JsonPath run = imported("files.zip", zip(files), false);

        as(user).get("/imports/{id}/items", run.getString("id"))
                .then()
                .body("items.outcome", containsInAnyOrder("restored", "added"))
                .body("items.find { it.outcome == 'restored' }.artifactId", equalTo(id));
        lie(0, 2);
    }

    @Test
    void anotherContentStaysDeleted() throws IOException {
        imported("files.zip", zip(Map.of("a.txt", "one")), false);
        delete(user, list(user, Map.of()).path("items[0].id"));

        JsonPath again = imported("files.zip", zip(Map.of("a.txt", "another")), false);

        as(user).get("/imports/{id}/items", again.getString("id"))
                .then()
                .body("items.outcome", contains("skipped"))
                .body("items.reason", contains("deleted"));
        list(user, Map.of()).then().body("items", empty());
    }

    @Test
    void nobodyElsesTrashComesBackByAnImport() throws IOException {
        TestingUser other = newUser();
        String id = upload(other, "a.txt", "of two").path("id");
        delete(other, id);

        JsonPath run = imported("files.zip", zip(Map.of("a.txt", "of two")), false);

        as(user).get("/imports/{id}/items", run.getString("id"))
                .then()
                .body("items.outcome", contains("added"))
                .body("items.artifactId", not(contains(id)));
        as(other).get("/trash").then().body("items.id", contains(id));
    }
}
