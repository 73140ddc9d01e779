package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Uploads in pieces lose nothing that was acknowledged, and become one artifact. */
class ResumableUploadsIT extends InPieces {

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

    /** As a server leaves it that was killed between the last byte and the artifact. */
    @Test
    void whatIsAllHereAndNoArtifactYetIsNotSaidToBeDone() throws IOException, SQLException {
        byte[] content = bytes(1_000);
        String upload = tus.begun(content.length, "a.bin");
        tus.append(upload, 0, Arrays.copyOf(content, 999));
        Files.write(part(upload), new byte[] {content[999]}, StandardOpenOption.APPEND);
        Rows.execute(
                "update resumable_upload set received = length where id = cast(? as uuid)",
                idOf(upload));

        assertThat(tus.offset(upload)).isEqualTo(999);
        assertThat(tus.append(upload, 0, content).body()).contains("\"offset\":999");
        HttpResponse<String> last =
                tus.append(upload, 999, Arrays.copyOfRange(content, 999, 1_000));

        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        assertThat(last.headers().firstValue("Upload-Offset")).contains("1000");
        assertThat(digestOfOnly()).isEqualTo(sha256(content));
    }

    @Test
    void theDigestOfTheWholeIsCheckedWhenItIsComplete() {
        String upload =
                tus.begin(5, "a.bin", ",sha256 " + Tus.base64("0".repeat(64)))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();

        HttpResponse<String> answer = tus.append(upload, 0, bytes(5));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("digest-mismatch");
        assertThat(count()).isZero();
        // However often it is sent, it does not become right.
        assertThat(tus.offset(upload)).isEqualTo(-1);
        assertThat(partOf(upload)).isEqualTo(-1);
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

    private static String checksum(byte[] piece) {
        return "sha256 "
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(piece)));
    }
}
