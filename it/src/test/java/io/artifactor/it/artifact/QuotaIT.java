package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How much there may be, and how much there is. */
class QuotaIT extends QuotaStage {

    private Response upload(byte[] content) {
        return as(user).contentType(ContentType.BINARY).body(content).post("/artifacts/upload");
    }

    /** An upload of that length, of which no more than this is sent; the caller closes it. */
    private Socket uploading(int length, String part) throws IOException {
        String request =
                """
                POST /api/v1/artifacts/upload HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(user.token(), length, part);
        Socket socket = Raw.connect();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void useIsTheBytesOfAllVersions() {
        String artifact = added(TEN);
        Library.replace(user, artifact, TEN + TEN);
        as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "other"))
                .post("/artifacts/{id}/branches", artifact)
                .then()
                .statusCode(201);
        upload("abc".getBytes(StandardCharsets.UTF_8)).then().statusCode(201);

        as(user).get("/users/{id}/quota", id)
                .then()
                .statusCode(200)
                .body("used", equalTo(53))
                .body("limit", nullValue())
                .body("own", equalTo(false));
        assertThat(held(personal)).isEqualTo(53);
    }

    @Test
    void whatWouldBeTooMuchIsRefusedWhicheverWayItComes() {
        String artifact = added(TEN);
        Library.replace(user, artifact, "short");
        limitUser(user, 20);

        mustBeTooMuch(add(user, personal, "123456"), 20, 15, 6);
        mustBeTooMuch(upload(new byte[6]), 20, 15, 6);
        mustBeTooMuch(Library.replace(user, artifact, "*", "123456"), 20, 15, 6);
        List<String> versions = as(user).get("/artifacts/{id}/versions", artifact).path("items.id");
        Response restored =
                as(user).header("If-Match", "*")
                        .post("/artifacts/{id}/versions/{v}/restore", artifact, versions.getLast());
        mustBeTooMuch(restored, 20, 15, 10);
        Response form = as(user).multiPart("file", "a.txt", new byte[6]).post("/artifacts/upload");
        mustBeTooMuch(form, 20, 15, 6);
        assertThat(new Tus(user).begin(6, "a.bin").statusCode()).isEqualTo(413);
        assertThat(new Tus(user).begin(5, "a.bin").statusCode()).isEqualTo(201);

        assertThat(used(user)).isEqualTo(15);
        added("12345");
        upload(new byte[0]).then().statusCode(201);
        mustBeTooMuch(add(user, personal, "1"), 20, 20, 1);
    }

    @Test
    void aBodyAnnouncedAsTooLargeIsNotWaitedFor() throws Exception {
        limitUser(user, 100);
        String upload = new Tus(user).begun(100, "slow.bin");
        limitUser(user, 10);

        try (Socket socket = uploading(1_000_000, "only this much")) {
            byte[] answer = new byte[16];
            int read = socket.getInputStream().readNBytes(answer, 0, 12);
            assertThat(new String(answer, 0, read, StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
        assertThat(new Tus(user).append(upload, 0, new byte[100]).statusCode()).isEqualTo(413);
        assertThat(used(user)).isZero();
        // Nobody takes it for done; with room for it, its last byte ends it.
        assertThat(new Tus(user).offset(upload)).isEqualTo(99);
        limitUser(user, 100);
        assertThat(new Tus(user).append(upload, 99, new byte[1]).statusCode()).isEqualTo(204);
        assertThat(new Tus(user).offset(upload)).isEqualTo(100);
        assertThat(used(user)).isEqualTo(100);
    }

    @Test
    void uploadsAtTheEdgeTakeExactlyTheRoomThereIs() throws Exception {
        TestingUser other = newUser();
        String shared = workspace(user, "Shared");
        join(user, shared, other, "editor");
        limitWorkspace(shared, 100);
        List<Callable<Integer>> uploads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TestingUser adder = i % 2 == 0 ? user : other;
            String content = "%02d".formatted(i) + "________";
            uploads.add(() -> add(adder, shared, content).statusCode());
        }

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService at = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : at.invokeAll(uploads)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(201, 413);
        assertThat(answers).filteredOn(it -> it == 201).hasSize(10);
        assertThat(held(shared)).isEqualTo(100);
        assertThat(used(user) + used(other)).isEqualTo(100);
    }

    @Test
    void whatBreaksOffCountsForNothing() throws Exception {
        limitUser(user, 400_000);
        Tus tus = new Tus(user);
        String upload = tus.begun(400_000, "broken.bin");
        tus.sendPart(upload, 0, new byte[150_000], 400_000).close();
        await("the end of the broken request")
                .atMost(Duration.ofSeconds(30))
                .until(() -> tus.offset(upload) > 0);
        assertThat(used(user)).isZero();
        uploading(300_000, "some of it").close();

        upload(new byte[400_000]).then().statusCode(201);
        assertThat(used(user)).isEqualTo(400_000);
    }

    @Test
    void theTrashCountsUntilItIsPurged() throws SQLException {
        String purged = added(TEN);
        String swept = added(TEN + TEN);
        String kept = added("kept");
        limitUser(user, 34);

        Life.delete(user, purged);
        Life.delete(user, swept);
        mustBeTooMuch(add(user, personal, "1"), 34, 34, 1);
        Life.purge(user, purged);
        assertThat(used(user)).isEqualTo(24);
        Rows.execute("update artifact set purge_at = now() where id = ?", UUID.fromString(swept));
        Life.sweep().then().statusCode(200);

        assertThat(used(user)).isEqualTo(4);
        assertThat(held(personal)).isEqualTo(4);
        Life.delete(user, kept);
        Life.restore(user, kept).then().statusCode(200);
        assertThat(used(user)).isEqualTo(4);
    }

    @Test
    void aLimitBelowWhatIsThereStopsWhatComesAndNothingElse() {
        String artifact = added(TEN);
        limitUser(user, 3);

        mustBeTooMuch(add(user, personal, "1"), 3, 10, 1);
        Library.get(user, artifact).then().statusCode(200);
        Library.patch(user, artifact, "*", Map.of("title", "Renamed")).then().statusCode(200);
        as(admin)
                .delete("/users/{id}/quota", id)
                .then()
                .statusCode(200)
                .body("limit", nullValue())
                .body("own", equalTo(false));
        added("1");
    }

    @Test
    void forWhomNoLimitIsSetTheServersCounts() {
        as(user).get("/workspaces/{id}/quota", personal)
                .then()
                .statusCode(200)
                .body("used", equalTo(0))
                .body("limit", equalTo(RunningServer.WORKSPACE_QUOTA))
                .body("own", equalTo(false));
        limitWorkspace(personal, 5);
        mustBeTooMuch(add(user, personal, "123456"), 5, 0, 6);
        as(admin)
                .delete("/workspaces/{id}/quota", personal)
                .then()
                .body("limit", equalTo(RunningServer.WORKSPACE_QUOTA))
                .body("own", equalTo(false));
        added("123456");
    }

    @Test
    void administratorsSetQuotasAndThoseConcernedSeeThem() {
        String shared = workspace(user, "Shared");
        TestingUser viewer = member(user, shared, "viewer");
        TestingUser stranger = newUser();
        limitWorkspace(shared, 77);

        as(viewer)
                .get("/workspaces/{id}/quota", shared)
                .then()
                .statusCode(200)
                .body("limit", equalTo(77))
                .body("own", equalTo(true));
        as(stranger).get("/workspaces/{id}/quota", shared).then().statusCode(404);
        as(stranger).get("/users/{id}/quota", id).then().statusCode(403);
        as(user).contentType(ContentType.JSON)
                .body(Map.of("limit", 1))
                .put("/workspaces/{id}/quota", shared)
                .then()
                .statusCode(403);
        limit("/users/" + Library.ABSENT, 1).then().statusCode(404);
        limit("/users/" + id, -1).then().statusCode(400);
        as(admin)
                .queryParam("subject", "workspace:" + shared)
                .get("/audit")
                .then()
                .body("items.action", org.hamcrest.Matchers.hasItem("quota-set"));
    }

    @Test
    void countsThatWentWrongAreSetRightByCountingAgain() throws SQLException {
        added(TEN);
        String empty = workspace(user, "Empty");
        UUID user = UUID.fromString(id);
        UUID place = UUID.fromString(personal);
        Rows.execute("update storage_use set used_bytes = 7 where id = ?", user);
        Rows.execute("delete from storage_use where id = ?", place);
        limitWorkspace(empty, 5);
        Rows.execute("update storage_use set used_bytes = 99 where id = ?", UUID.fromString(empty));

        as(admin).queryParam("thorough", true).post("/admin/purge").then().statusCode(200);

        assertThat(used(this.user)).isEqualTo(10);
        assertThat(held(personal)).isEqualTo(10);
        assertThat(held(empty)).isZero();
    }
}
