package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What senders of pieces may say, and what is refused. */
class ResumableUploadRulesIT extends InPieces {

    @Test
    void theServerSaysWhatItUnderstands() {
        anonymous()
                .options("/uploads")
                .then()
                .statusCode(204)
                .header("Tus-Version", "1.0.0")
                .header("Tus-Max-Size", "104857600")
                .header("Tus-Checksum-Algorithm", "sha256")
                .header(
                        "Tus-Extension",
                        "creation,creation-with-upload,termination,checksum,expiration");
    }

    @Test
    void theFirstPieceMayComeWithTheBeginning() {
        HttpResponse<String> answer =
                tus.send(
                        "POST",
                        "/api/v1/uploads",
                        BodyPublishers.ofString("hello"),
                        "Upload-Length",
                        "5",
                        "Upload-Metadata",
                        "title "
                                + Tus.base64("Grüße")
                                + ",filename "
                                + Tus.base64("../a/hello.py")
                                + ",relativePath",
                        "Content-Type",
                        "application/offset+octet-stream");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Location")).isPresent();
        list(user, Map.of())
                .then()
                .body("items[0].title", equalTo("Grüße"))
                .body("items[0].fileName", equalTo("hello.py"))
                .body("items[0].language", equalTo("python"));
    }

    @Test
    void metadataSayWhereTheArtifactLies() {
        String folder = newFolder("Pictures");
        String category =
                as(user).contentType("application/json")
                        .body(Map.of("name", "Cats", "colour", "#d97706"))
                        .post("/categories")
                        .path("id");

        HttpResponse<String> answer =
                beginWith(
                        "5",
                        "folderId " + Tus.base64(folder),
                        "categoryId " + Tus.base64(category),
                        "tags " + Tus.base64("grey, mostly\nasleep"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String upload = answer.headers().firstValue("Location").orElseThrow();
        tus.append(upload, 0, new byte[5]);

        list(user, Map.of())
                .then()
                .body("items[0].folderId", equalTo(folder))
                .body("items[0].categoryId", equalTo(category))
                .body("items[0].tags", equalTo(List.of("asleep", "grey, mostly")));
    }

    @Test
    void aPlaceThatIsNotThereIsRefusedAtTheBeginningAndLetGoOfLater() {
        String absent = Tus.base64("01939d2f-0000-7000-8000-000000000001");
        assertThat(beginWith("5", "folderId " + absent).statusCode()).isEqualTo(400);
        assertThat(beginWith("5", "categoryId " + absent).statusCode()).isEqualTo(400);
        assertThat(beginWith("5", "tags " + Tus.base64("x".repeat(65))).statusCode())
                .isEqualTo(400);
        String folder = newFolder("Gone soon");
        String upload =
                beginWith("5", "folderId " + Tus.base64(folder))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        as(user).header("If-Match", "*").delete("/folders/{id}", folder).then().statusCode(204);

        assertThat(tus.append(upload, 0, new byte[5]).statusCode()).isEqualTo(204);

        assertThat(count()).isEqualTo(1);
    }

    private String newFolder(String name) {
        return as(user).contentType("application/json")
                .body(Map.of("name", name))
                .post("/folders")
                .path("id");
    }

    private HttpResponse<String> beginWith(String length, String... metadata) {
        return tus.send(
                "POST",
                "/api/v1/uploads",
                BodyPublishers.noBody(),
                "Upload-Length",
                length,
                "Upload-Metadata",
                String.join(",", metadata));
    }

    @Test
    void whatIsNotExpectedIsRefused() {
        String upload = tus.begun(10, "a.bin");
        byte[] five = new byte[5];

        assertThat(tus.append(upload, 3, five).statusCode()).isEqualTo(409);
        assertThat(tus.append(upload, 0, five).statusCode()).isEqualTo(204);
        HttpResponse<String> behind = tus.append(upload, 0, five);
        assertThat(behind.statusCode()).isEqualTo(409);
        assertThat(behind.body()).contains("\"offset\":5");
        assertThat(tus.append(upload, 5, new byte[6]).statusCode()).isEqualTo(413);
        assertThat(tus.offset(upload)).isEqualTo(5);
        String gone = "/api/v1/uploads/" + ABSENT;
        assertThat(tus.append(gone, 0, five).statusCode()).isEqualTo(404);
        as(user).header("Tus-Resumable", "0.2.2")
                .post("/uploads")
                .then()
                .statusCode(412)
                .header("Tus-Version", "1.0.0")
                .body("code", equalTo("unsupported-version"));
        assertThat(tus.begin(200_000_000, "a.bin").statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Upload-Length; -1",
                "Upload-Length; many",
                "Upload-Length; 99999999999999999999",
                "Upload-Metadata; filename %%%",
                "Upload-Metadata; a b c",
                "Upload-Metadata; a YQ==,a YQ==",
                "Upload-Metadata; title /w==",
                "Upload-Metadata; filename AAA=",
                "Upload-Defer-Length; 1"
            })
    void wrongHeadersAreNamed(String header, String value) {
        var request = as(user).header("Tus-Resumable", "1.0.0").header(header, value);
        if (!header.equals("Upload-Length")) {
            request.header("Upload-Length", "1");
        }
        request.post("/uploads").then().statusCode(400).body("code", equalTo("invalid-input"));
    }

    @Test
    void onlyTheOwnerKnowsOfAnUpload() {
        String upload = tus.begun(10, "a.bin");
        Tus stranger = new Tus(newUser());

        assertThat(stranger.offset(upload)).isEqualTo(-1);
        assertThat(stranger.append(upload, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(stranger.send("DELETE", upload, BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.send("GET", upload, BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        assertThat(tus.offset(upload)).isZero();
    }

    @Test
    void anUploadGivenUpLeavesNothing() {
        String upload = tus.begun(10, "a.bin");
        tus.append(upload, 0, new byte[5]);
        assertThat(partOf(upload)).isEqualTo(5);

        assertThat(tus.send("DELETE", upload, BodyPublishers.noBody()).statusCode()).isEqualTo(204);

        assertThat(tus.offset(upload)).isEqualTo(-1);
        assertThat(partOf(upload)).isEqualTo(-1);
    }

    @Test
    void anExpiredUploadIsGone() throws SQLException {
        String upload = tus.begun(10, "a.bin");
        tus.append(upload, 0, new byte[5]);
        Rows.execute(
                """
                update resumable_upload set expires_at = now() - interval '1 second'
                where owner_id = (select id from app_user where username = ?)
                """,
                user.username());

        assertThat(tus.offset(upload)).isEqualTo(-1);
        assertThat(tus.append(upload, 5, new byte[5]).statusCode()).isEqualTo(404);
    }

    @Test
    void unfinishedUploadsAreLimited() {
        for (int i = 0; i < 50; i++) {
            assertThat(tus.begin(10, "a.bin").statusCode()).isEqualTo(201);
        }
        HttpResponse<String> refused = tus.begin(10, "a.bin");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("50 unfinished");
    }

    @Test
    void proxiesThatKnowOnlyPostAreServed() {
        String upload = tus.begun(5, "a.bin");

        HttpResponse<String> answer =
                tus.send(
                        "POST",
                        upload,
                        BodyPublishers.ofString("hello"),
                        "X-HTTP-Method-Override",
                        "PATCH",
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        "0");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(count()).isEqualTo(1);
    }
}
