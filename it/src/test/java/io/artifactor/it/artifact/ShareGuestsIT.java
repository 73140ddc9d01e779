package io.artifactor.it.artifact;

import static io.artifactor.it.artifact.Life.delete;
import static io.artifactor.it.artifact.Life.invite;
import static io.artifactor.it.artifact.Life.purge;
import static io.artifactor.it.artifact.Life.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Links as guests use them. */
class ShareGuestsIT extends Sharing {

    private static final Link UNKNOWN = new Link("", "ars_" + "A".repeat(43));

    private final TestingUser owner = newUser();
    private final String id = add(owner, "Report", "0123456789");

    private long downloads(Link link) {
        return ((Number) as(owner).get("/share-links/{id}", link.id()).path("downloads"))
                .longValue();
    }

    private static String told(Response answer, Link link) {
        return answer.asString()
                .replace(link.secret(), "SECRET")
                .replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static void requireNothing(Link link) {
        assertThat(look(link).statusCode()).isEqualTo(404);
        assertThat(download(link).statusCode()).isEqualTo(404);
        assertThat(told(look(link), link)).isEqualTo(told(look(UNKNOWN), UNKNOWN));
        assertThat(told(unlock(anonymous(), link, PASSWORD), link))
                .isEqualTo(told(unlock(anonymous(), UNKNOWN, PASSWORD), UNKNOWN));
    }

    @Test
    void aGuestSeesWhatItIsAndNothingOfWhoseAndWhere() {
        Response seen = look(link(owner, id));

        seen.then()
                .statusCode(200)
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body("title", equalTo("Report"))
                .body("size", equalTo(10))
                .body("version", equalTo(1))
                .body("passwordNeeded", equalTo(false));
        assertThat(seen.<Map<String, ?>>path("$").keySet())
                .isEqualTo(
                        Set.of("passwordNeeded", "title", "kind", "size", "version", "expiresAt"));
        assertThat(seen.asString()).doesNotContain(id);
    }

    @Test
    void theContentComesAsADownloadThatRunsNothing() {
        Link link = link(owner, id);

        download(link)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment;"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Length", equalTo("10"))
                .body(equalTo("0123456789"));
        assertThat(downloads(link)).isEqualTo(1);
    }

    @Test
    void partsHeadsAndWhatIsKnownAlreadyAreNoDownloads() {
        Link link = link(owner, id);
        Response head = anonymous().head("/share/{secret}/content", link.secret());
        head.then().statusCode(200).header("Content-Length", equalTo("10")).body(emptyString());

        anonymous()
                .header("Range", "bytes=4-6")
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes 4-6/10"))
                .body(equalTo("456"));
        anonymous()
                .header("If-None-Match", head.header("ETag"))
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(304);
        anonymous()
                .header("Range", "bytes=10-")
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(416);
        assertThat(downloads(link)).isZero();

        anonymous()
                .header("Range", "bytes=0-0")
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(206)
                .body(equalTo("0"));
        assertThat(downloads(link)).isEqualTo(1);
    }

    @Test
    void noNumberOfGuestsAtOncePassesTheCap() throws InterruptedException, ExecutionException {
        Link link = link(owner, id, Map.of("maxDownloads", 5));
        List<Future<Integer>> all = new ArrayList<>();
        try (ExecutorService guests = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 40; i++) {
                all.add(guests.submit(() -> download(link).statusCode()));
            }
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : all) {
            answers.add(one.get());
        }

        assertThat(answers).containsOnly(200, 410);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(5);
        assertThat(downloads(link)).isEqualTo(5);
        as(owner).get("/share-links/{id}", link.id()).then().body("state", equalTo("used-up"));
        look(link).then().statusCode(410).body("code", equalTo("gone"));
    }

    @Test
    void nobodyTakesACappedLinkInPartsForNothing() {
        Link link = link(owner, id, Map.of("maxDownloads", 1));
        anonymous()
                .header("Range", "bytes=1-")
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(206);

        anonymous()
                .header("Range", "bytes=0-0")
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(410);
    }

    @Test
    void aCapThatIsRaisedOpensTheLinkAgain() {
        Link link = link(owner, id, Map.of("maxDownloads", 1));
        download(link).then().statusCode(200);
        download(link).then().statusCode(410);

        change(owner, link, Map.of("maxDownloads", 2)).then().statusCode(200);

        download(link).then().statusCode(200);
    }

    @Test
    void aPinnedLinkStaysAndOtherLinksFollow() {
        String first = as(owner).get("/artifacts/{id}/versions", id).path("items[0].id");
        Link pinned = link(owner, id, Map.of("versionId", first));
        Link latest = link(owner, id);

        replace(owner, id, "new content");
        patch(owner, id, "*", Map.of("title", "Renamed")).then().statusCode(200);

        download(pinned).then().statusCode(200).body(equalTo("0123456789"));
        look(pinned)
                .then()
                .body("version", equalTo(1))
                .body("size", equalTo(10))
                .body("title", equalTo("Report"));
        download(latest).then().statusCode(200).body(equalTo("new content"));
        look(latest)
                .then()
                .body("version", equalTo(2))
                .body("size", equalTo(11))
                .body("title", equalTo("Renamed"));
    }

    @Test
    void aLinkEndsAtItsTime() {
        String end = Instant.now().plus(Duration.ofSeconds(2)).toString();
        Link link = link(owner, id, Map.of("expiresAt", end));
        look(link).then().statusCode(200);

        await().until(() -> look(link).statusCode() == 410);

        download(link).then().statusCode(410).body("code", equalTo("gone"));
        unlock(anonymous(), link, PASSWORD).then().statusCode(410);
        as(owner).get("/share-links/{id}", link.id()).then().body("state", equalTo("expired"));
        assertThat(downloads(link)).isZero();
    }

    @Test
    void aRevokedLinkEndsAtOnce() {
        Link link = link(owner, id);
        download(link).then().statusCode(200);

        revoke(owner, link);

        requireNothing(link);
    }

    @Test
    void whatIsInTheTrashIsNotSharedUntilItIsBack() {
        Link link = link(owner, id);

        delete(owner, id);
        requireNothing(link);
        restore(owner, id).then().statusCode(200);

        download(link).then().statusCode(200);
    }

    @Test
    void linksGoWithWhatIsPurged() throws SQLException {
        Link link = link(owner, id);
        delete(owner, id);
        purge(owner, id);

        requireNothing(link);
        assertThat(
                        Rows.count(
                                "select count(*) from share_link where cast(id as text) = ?",
                                link.id()))
                .isZero();
    }

    @Test
    void linksOfWhoIsShutOutOpenNothing() {
        Link link = link(owner, id);
        String user = as(owner).get("/auth/me").path("id");

        as(administrator())
                .header("If-Match", "*")
                .delete("/users/{id}", user)
                .then()
                .statusCode(204);

        requireNothing(link);
    }

    @Test
    void linksOfWhoMayNotShareAnyMoreOpenNothing() throws SQLException {
        TestingUser editor = newUser();
        invite(editor, "editor", id);
        Link link = link(editor, id);
        look(link).then().statusCode(200);
        Link mine = link(owner, id);

        Rows.execute(
                "update membership set role = 'viewer' where user_id ="
                        + " (select id from app_user where username = ?)",
                editor.username());

        requireNothing(link);
        look(mine).then().statusCode(200);
    }

    @Test
    void behindAPasswordNothingShowsBeforeItIsGiven() {
        Link link = link(owner, id, Map.of("password", PASSWORD));

        look(link)
                .then()
                .statusCode(200)
                .body("passwordNeeded", equalTo(true))
                .body("title", nullValue())
                .body("size", nullValue());
        download(link).then().statusCode(403).body("code", equalTo("link-locked"));
        anonymous().head("/share/{secret}/content", link.secret()).then().statusCode(403);

        String ticket = ticket(link, PASSWORD);
        anonymous()
                .header("Share-Ticket", ticket)
                .get("/share/{secret}", link.secret())
                .then()
                .body("title", equalTo("Report"))
                .body("passwordNeeded", equalTo(false));
        anonymous()
                .header("Share-Ticket", ticket)
                .get("/share/{secret}/content", link.secret())
                .then()
                .statusCode(200)
                .body(equalTo("0123456789"));
        assertThat(downloads(link)).isEqualTo(1);
    }

    @Test
    void aTicketIsOverWithThePasswordItWasGivenFor() {
        Link link = link(owner, id, Map.of("password", PASSWORD));
        Link other = link(owner, id, Map.of("password", PASSWORD));
        String ticket = ticket(link, PASSWORD);

        withTicket(other, ticket).then().statusCode(403);
        change(owner, link, Map.of("password", "another password")).then().statusCode(200);

        withTicket(link, ticket).then().statusCode(403);
        unlock(anonymous(), link, PASSWORD).then().statusCode(403);
        withTicket(link, ticket(link, "another password")).then().statusCode(200);
        change(owner, link, Map.of("password", "")).then().statusCode(200);
        download(link).then().statusCode(200);
    }

    private static Response withTicket(Link link, String ticket) {
        return anonymous()
                .header("Share-Ticket", ticket)
                .get("/share/{secret}/content", link.secret());
    }

    @Test
    void aTicketOutlivesNoRevocation() {
        Link link = link(owner, id, Map.of("password", PASSWORD));
        String ticket = ticket(link, PASSWORD);

        revoke(owner, link);

        withTicket(link, ticket).then().statusCode(404);
    }

    @Test
    void guessesGetSlowerForEverybody() throws SQLException {
        Link link = link(owner, id, Map.of("password", PASSWORD));
        for (int i = 0; i < 10; i++) {
            unlock(anonymous(), link, "a wrong guess " + i).then().statusCode(403);
        }
        Rows.execute(
                "update sign_in_failure set failures = 15, last_at = now() where lane = ?",
                "link " + link.id());

        Response answer = unlock(anonymous(), link, PASSWORD);

        answer.then().statusCode(429).body("code", equalTo("too-many-requests"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(2, 32);
        assertThat(answer.asString()).doesNotContain(PASSWORD);
        Response lines =
                as(administrator())
                        .queryParam("subject", "share-link:" + link.id())
                        .queryParam("action", "share-link-refused")
                        .get("/audit");
        assertThat(lines.<List<String>>path("items.detail.reason"))
                .hasSize(11)
                .startsWith("too-many-failures", "wrong-password");
    }

    @Test
    void anAddressThatGuessesAtManyLinksHasToWait() throws SQLException {
        String guesser = "198.51.100." + (ProcessHandle.current().pid() % 200 + 1);
        Link link = link(owner, id, Map.of("password", PASSWORD));
        unlock(from(guesser), link, "a wrong guess").then().statusCode(403);
        Rows.execute(
                "update sign_in_failure set failures = 60, last_at = now() where lane = ?",
                "network at links " + guesser);

        Link another = link(owner, id, Map.of("password", PASSWORD));

        unlock(from(guesser), another, PASSWORD).then().statusCode(429);
        unlock(from("203.0.113.7"), another, PASSWORD).then().statusCode(200);
        anonymous()
                .header("X-Forwarded-For", guesser)
                .contentType(ContentType.JSON)
                .body(Map.of("username", owner.username(), "password", owner.password()))
                .post("/auth/login")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification from(String address) {
        return anonymous().header("X-Forwarded-For", address);
    }

    @Test
    void aLinkWithoutAPasswordIsNotUnlocked() {
        Link link = link(owner, id);

        unlock(anonymous(), link, PASSWORD).then().statusCode(400);
        unlock(anonymous(), link, "").then().statusCode(400);
        look(link).then().body("title", not(nullValue()));
    }
}
