package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Part;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads in pieces lose nothing that was acknowledged, and become one artifact. */
class ResumableUploadsIT extends Library {

    private static final int KILLS = Integer.getInteger("it.upload.kills", 2);

    private final TestingUser user = lasting(newUser());
    private final Tus tus = new Tus(user);

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
    void piecesBecomeOneArtifact() {
        byte[] content = bytes(300_000);
        String upload = tus.begun(content.length, "photo of a cat.bin");

        assertThat(tus.offset(upload)).isZero();
        HttpResponse<String> first = tus.append(upload, 0, Arrays.copyOf(content, 100_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("100000");
        assertThat(first.headers().firstValue("Upload-Expires")).isPresent();
        assertThat(first.headers().firstValue("Content-Location")).isEmpty();
        HttpResponse<String> last =
                tus.append(upload, 100_000, Arrays.copyOfRange(content, 100_000, 300_000));

        String artifact = last.headers().firstValue("Content-Location").orElseThrow();
        String id = artifact.substring(artifact.lastIndexOf('/') + 1);
        get(user, id)
                .then()
                .body("title", equalTo("photo of a cat.bin"))
                .body("size", equalTo(300_000))
                .body("sha256", equalTo(sha256(content)))
                .body("source", equalTo("upload"));
        assertThat(as(user).get("/artifacts/{id}/content", id).asByteArray()).isEqualTo(content);
        // The answer was lost, and the sender asks again, or sends nothing more.
        assertThat(tus.offset(upload)).isEqualTo(300_000);
        HttpResponse<String> repeated = tus.append(upload, 300_000, new byte[0]);
        assertThat(repeated.headers().firstValue("Content-Location")).contains(artifact);
        assertThat(count()).isEqualTo(1);
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
        list(user, java.util.Map.of())
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
                        .body(java.util.Map.of("name", "Cats", "colour", "#d97706"))
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

        list(user, java.util.Map.of())
                .then()
                .body("items[0].folderId", equalTo(folder))
                .body("items[0].categoryId", equalTo(category))
                .body("items[0].tags", equalTo(java.util.List.of("asleep", "grey, mostly")));
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
                .body(java.util.Map.of("name", name))
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
    void nothingAtAllIsAnArtifactToo() {
        assertThat(tus.begin(0, "empty.txt").headers().firstValue("Content-Location")).isPresent();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aPieceThatBreaksOffCountsAsFarAsItCame() throws IOException {
        byte[] content = bytes(400_000);
        String upload = tus.begun(content.length, "a.bin");

        try (Socket ignored =
                tus.sendPart(upload, 0, Arrays.copyOf(content, 150_000), content.length)) {
            await("bytes on their way").until(() -> partOf(upload) >= 100_000);
        }

        await("the end of the broken request")
                .atMost(Duration.ofSeconds(30))
                .until(() -> tus.offset(upload) >= 100_000);
        await("the rest taken")
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    int from = (int) tus.offset(upload);
                    byte[] rest = Arrays.copyOfRange(content, from, content.length);
                    return tus.append(upload, from, rest).statusCode() == 204;
                });
        assertThat(digestOfOnly()).isEqualTo(sha256(content));
    }

    /** A killed server keeps others from writing for some seconds. */
    private void awaitTheRightToWrite(String upload, long offset) {
        await("the right to write")
                .atMost(Duration.ofSeconds(40))
                .until(() -> tus.append(upload, offset, new byte[0]).statusCode() == 204);
    }

    @Test
    void killedServersGoOnWhereTheyAcknowledged() throws IOException {
        byte[] content = bytes(30_000_000);
        String upload = tus.begun(content.length, "large.bin");
        Random random = new Random(5);
        long offset = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            awaitTheRightToWrite(upload, offset);
            // Behind what an earlier kill left in the file: only then is it seen to grow.
            int before = (int) Math.max(offset, partOf(upload));
            int more = 1 + random.nextInt(Math.min(12_000_000, content.length / KILLS));
            int end = Math.min(content.length - 1, before + more);
            byte[] part = Arrays.copyOfRange(content, (int) offset, end);
            try (Socket ignored = tus.sendPart(upload, offset, part, content.length - offset)) {
                await("some of it on the disk").until(() -> partOf(upload) > before);
                RunningServer.stack().kill(Part.SERVER);
            }
            RunningServer.stack().start(Part.SERVER);
            long now = tus.offset(upload);
            assertThat(now).isBetween(offset, (long) end);
            offset = now;
        }
        byte[] rest = Arrays.copyOfRange(content, (int) offset, content.length);
        awaitTheRightToWrite(upload, offset);
        assertThat(tus.append(upload, offset, rest).statusCode()).isEqualTo(204);

        assertThat(digestOfOnly()).isEqualTo(sha256(content));
        assertThat(partOf(upload)).isEqualTo(-1);
    }

    @Test
    void checksumsAreHeldToEachPiece() {
        byte[] content = bytes(1_000);
        String upload = tus.begun(content.length, "a.bin");

        HttpResponse<String> wrong =
                tus.append(upload, 0, content, "Upload-Checksum", checksum(bytes(999)));
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(wrong.body()).contains("checksum-mismatch");
        assertThat(tus.offset(upload)).isZero();
        assertThat(tus.append(upload, 0, content, "Upload-Checksum", "md5 abc").statusCode())
                .isEqualTo(400);
        assertThat(
                        tus.append(upload, 0, content, "Upload-Checksum", checksum(content))
                                .statusCode())
                .isEqualTo(204);
        assertThat(digestOfOnly()).isEqualTo(sha256(content));
    }

    @Test
    void theDigestOfTheWholeIsCheckedWhenItIsComplete() {
        HttpResponse<String> answer =
                tus.send(
                        "POST",
                        "/api/v1/uploads",
                        BodyPublishers.ofString("hello"),
                        "Upload-Length",
                        "5",
                        "Upload-Metadata",
                        "sha256 " + Tus.base64("0".repeat(64)),
                        "Content-Type",
                        "application/offset+octet-stream");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("digest-mismatch");
        assertThat(count()).isZero();
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
    void twoWritersTakeTurns() throws IOException {
        String upload = tus.begun(200_000, "a.bin");
        try (Socket ignored = tus.sendPart(upload, 0, bytes(100_000), 200_000)) {
            await("bytes on their way").until(() -> partOf(upload) > 0);

            assertThat(tus.append(upload, 0, bytes(10)).statusCode()).isEqualTo(423);
            assertThat(tus.send("DELETE", upload, BodyPublishers.noBody()).statusCode())
                    .isEqualTo(423);
        }
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

    private int count() {
        return list(user, java.util.Map.of("total", true)).path("total");
    }

    private String digestOfOnly() {
        assertThat(count()).isEqualTo(1);
        return list(user, java.util.Map.of()).path("items[0].sha256");
    }

    /** How many bytes of the upload lie on the disk; -1 if there is no file. */
    private static long partOf(String upload) {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        Path file = RunningServer.stack().data().resolve("blobs/parts/" + id + ".part");
        return Files.exists(file) ? file.toFile().length() : -1;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String checksum(byte[] piece) {
        return "sha256 "
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(piece)));
    }
}
