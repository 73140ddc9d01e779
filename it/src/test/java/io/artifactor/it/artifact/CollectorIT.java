package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CollectorIT extends Life {

    private static final int RACES = 40;

    private final TestingUser user = newUser();
    private final TestingUser administrator = administrator();

    private Response collect() {
        return as(administrator).post("/admin/purge");
    }

    private String purged(String content) {
        String id = upload(user, "a.txt", content).path("id");
        String sha256 = get(user, id).path("sha256");
        delete(user, id);
        purge(user, id);
        return sha256;
    }

    @Test
    void unusedContentGoesOnceItIsOld() throws SQLException {
        String sha256 = purged("unused " + UUID.randomUUID());

        collect();
        assertThat(file(sha256)).exists();

        age(sha256);
        collect().then().body("blobs", greaterThanOrEqualTo(1));
        assertThat(file(sha256)).doesNotExist();
    }

    @Test
    void contentInUseStaysHoweverOldItIs() throws SQLException {
        String id = add(user, "T", "in use " + UUID.randomUUID());
        String sha256 = get(user, id).path("sha256");
        age(sha256);

        collect();

        assertThat(content(user, id)).startsWith("in use");
        delete(user, id);
        age(sha256);
        collect();
        restore(user, id).then().statusCode(200);
        assertThat(content(user, id)).startsWith("in use");
    }

    @Test
    void contentStoredAnewStaysThoughItsRowIsOld() throws SQLException {
        String sha256 = purged("renewed " + UUID.randomUUID());
        Rows.execute(
                "update blob set claimed_at = now() - interval '2 hours' where sha256 = ?", sha256);

        collect();

        assertThat(file(sha256)).exists();
    }

    @Test
    void contentThatNoRowNamesGoesWhenAllFilesAreLookedAt() throws Exception {
        String sha256 = purged("orphan " + UUID.randomUUID());
        age(sha256);
        Rows.execute("delete from blob where sha256 = ?", sha256);
        Path left = RunningServer.stack().data().resolve("blobs/tmp/" + UUID.randomUUID());
        Files.writeString(left, "cut off");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        as(administrator).queryParam("thorough", true).post("/admin/purge");

        assertThat(file(sha256)).doesNotExist();
        assertThat(left).doesNotExist();
    }

    @Test
    void anUploadRacingTheCollectorNeverLosesItsBytes() throws Exception {
        String content = "raced " + UUID.randomUUID();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < RACES; i++) {
                age(purged(content));
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Response> collector =
                        threads.submit(() -> {
                            start.await();
                            return collect();
                        });
                Future<Response> upload =
                        threads.submit(() -> {
                            start.await();
                            return upload(user, "a.txt", content);
                        });
                collector.get().then().statusCode(200);
                String id = upload.get().then().statusCode(201).extract().path("id");
                assertThat(content(user, id)).isEqualTo(content);
                as(user).post("/artifacts/{id}/verify", id).then().statusCode(200);
                delete(user, id);
                purge(user, id);
            }
        }
    }

    @Test
    void everyTableThatNamesContentIsKnownToTheCollector() throws SQLException {
        assertThat(
                        Rows.count(
                                """
                                select count(*) from pg_constraint
                                where contype = 'f' and confrelid = 'blob'::regclass
                                    -- What is made of content goes with it.
                                    and confdeltype <> 'c'
                                    and conrelid not in
                                        ('artifact_version'::regclass, 'import_run'::regclass)
                                """))
                .as("a new table that refers to blob must be added to BlobCollector")
                .isZero();
    }
}
