package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Endpoint;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A full disk is said so, keeps no half of anything, and is forgotten as soon as there is room. A
 * small file system of memory is put over the folders where content arrives; only root may do that.
 */
class FullDiskIT extends Library {

    private static final int ROOM = 1 << 20;

    private final TestingUser user = newUser();
    private final Tus tus = new Tus(user);

    @BeforeEach
    void theDiskIsNearlyFull() throws IOException, InterruptedException {
        for (Path folder : folders()) {
            Files.createDirectories(folder);
            String[] mount = {
                "mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", folder.toString()
            };
            assumeTrue(runs(mount), "Only root may mount a small file system here.");
        }
    }

    @AfterEach
    void thereIsRoomAgain() throws IOException, InterruptedException {
        for (Path folder : folders()) {
            runs("umount", "--lazy", folder.toString());
        }
    }

    private static List<Path> folders() {
        Path blobs = RunningServer.stack().data().resolve("blobs");
        return List.of(blobs.resolve("tmp"), blobs.resolve("parts"));
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAndLeavesNothing()
            throws SQLException, IOException, InterruptedException {
        byte[] content = random(3 * ROOM);

        mustSayFull(upload(content));
        list(user, Map.of()).then().body("items", hasSize(0));
        assertThat(blobs(content)).isZero();
        try (var left = Files.list(folders().getFirst())) {
            assertThat(left).isEmpty();
        }

        thereIsRoomAgain();
        upload(content).then().statusCode(201).body("size", equalTo(content.length));
        assertThat(blobs(content)).isEqualTo(1);
    }

    @Test
    void newContentThatDoesNotFitLeavesTheArtifactAsItIs()
            throws IOException, InterruptedException {
        thereIsRoomAgain();
        String id = add(user, "Kept", "as it was");
        theDiskIsNearlyFull();

        Response answer = replace(user, id, "*", "x".repeat(3 * ROOM));

        mustSayFull(answer);
        get(user, id).then().statusCode(200).body("versionCount", equalTo(1));
        assertThat(as(user).get("/artifacts/{id}/content", id).asString()).isEqualTo("as it was");
    }

    @Test
    void aResumableUploadGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        byte[] content = random(3 * ROOM);
        String upload = tus.begun(content.length, "large.bin");
        byte[] first = Arrays.copyOf(content, ROOM / 2);
        assertThat(tus.append(upload, 0, first).statusCode()).isEqualTo(204);

        byte[] rest = Arrays.copyOfRange(content, first.length, content.length);
        HttpResponse<String> refused = tus.append(upload, first.length, rest);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
        long kept = tus.offset(upload);
        assertThat(kept).isBetween((long) first.length, (long) ROOM);
        list(user, Map.of()).then().body("items", hasSize(0));
        assertThat(as(user).get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anExportThatDoesNotFitIsNoImport() throws IOException {
        Response answer =
                as(user).contentType(ContentType.BINARY)
                        .queryParam("fileName", "conversations.json")
                        .body(random(3 * ROOM))
                        .post("/imports");

        mustSayFull(answer);
        as(user).get("/imports").then().statusCode(200).body("items", hasSize(0));
    }

    private Response upload(byte[] content) {
        return as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", "large.bin")
                .body(content)
                .post("/artifacts/upload");
    }

    private static void mustSayFull(Response answer) {
        answer.then()
                .statusCode(507)
                .contentType("application/problem+json")
                .body("code", equalTo("storage-full"));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size + System.nanoTime()).nextBytes(bytes);
        return bytes;
    }

    private static int blobs(byte[] content) throws SQLException {
        Endpoint database = RunningServer.stack().database();
        String sql = "select count(*) from blob where sha256 = ?";
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, sha256(content));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
