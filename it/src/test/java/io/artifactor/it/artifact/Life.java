package io.artifactor.it.artifact;

import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What tests of the life of artifacts say again and again. */
abstract class Life extends Library {

    static Response upload(TestingUser user, String fileName, String content) {
        return as(user).contentType(ContentType.BINARY)
                .queryParam("fileName", fileName)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/artifacts/upload");
    }

    static void delete(TestingUser user, String id) {
        as(user).header("If-Match", "*").delete("/artifacts/{id}", id).then().statusCode(204);
    }

    static void purge(TestingUser user, String id) {
        as(user).header("If-Match", "*").delete("/trash/{id}", id).then().statusCode(204);
    }

    static Response restore(TestingUser user, String id) {
        return as(user).header("If-Match", "*").post("/trash/{id}/restore", id);
    }

    static Response sweep() {
        return as(administrator()).post("/admin/purge");
    }

    static String content(TestingUser user, String id) {
        return as(user).get("/artifacts/{id}/content", id).asString();
    }

    static Path file(String sha256) {
        return RunningServer.stack()
                .data()
                .resolve("blobs")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** As if nobody had touched the content for two hours. */
    static void age(String sha256) throws SQLException {
        try {
            Files.setLastModifiedTime(
                    file(sha256), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Rows.execute(
                "update blob set claimed_at = now() - interval '2 hours' where sha256 = ?", sha256);
    }

    /** Makes the other user a member of the workspace the artifact is in. */
    static void invite(TestingUser other, String role, String artifact) throws SQLException {
        Rows.execute(
                "insert into membership (workspace_id, user_id, role, since)"
                        + " select a.workspace_id, u.id, ?, now() from artifact a, app_user u"
                        + " where a.id = ? and u.username = ?",
                role,
                UUID.fromString(artifact),
                other.username());
        // Nobody told the server, which remembers memberships for three seconds.
        await().until(() ->
                as(other).get("/artifacts/{id}/versions", artifact).statusCode() == 200);
    }

    static int statements(Response answer) {
        return Integer.parseInt(answer.header("X-Sql-Statements"));
    }
}
