package io.artifactor.it.artifact;

import static io.artifactor.it.artifact.Life.invite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links as those make and keep them who may share. */
class ShareLinksIT extends Sharing {

    private final TestingUser owner = newUser();
    private final String id = add(owner, "Report", "all figures");

    private Response links(TestingUser user) {
        return as(user).get("/artifacts/{id}/share-links", id);
    }

    private Response read(TestingUser user, Link link) {
        return as(user).get("/share-links/{id}", link.id());
    }

    @Test
    void theSecretIsShownOnce() {
        Response made = share(owner, id, Map.of());
        made.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("secret", matchesPattern("ars_[A-Za-z0-9_-]{43}"))
                .body("url", matchesPattern("https?://.*/share/ars_[A-Za-z0-9_-]{43}"));
        String secret = made.path("secret");
        Link link = new Link(made.path("id"), secret);

        read(owner, link)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .body("secret", nullValue())
                .body("url", nullValue())
                .body("prefix", equalTo(secret.substring(0, 10)));
        links(owner).then().statusCode(200).body("items", hasSize(1));
        assertThat(links(owner).asString()).doesNotContain(secret);
    }

    @Test
    void theDatabaseDoesNotKnowTheSecret() throws SQLException {
        Link link = link(owner, id, Map.of("password", PASSWORD));

        assertThat(
                        Rows.count(
                                "select count(*) from share_link l where cast(l as text) like ?"
                                        + " or cast(l as text) like ?",
                                "%" + link.secret() + "%",
                                "%" + PASSWORD + "%"))
                .isZero();
        assertThat(
                        Rows.count(
                                "select count(*) from share_link where password_hash like '$argon2id$%'"
                                        + " and cast(id as text) = ?",
                                link.id()))
                .isEqualTo(1);
    }

    @Test
    void aLinkIsGoodForThirtyDaysIfNothingElseIsSaid() {
        Instant end = Instant.parse(share(owner, id, Map.of()).path("expiresAt"));

        assertThat(Duration.between(Instant.now(), end))
                .isBetween(Duration.ofDays(30).minusMinutes(2), Duration.ofDays(30));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "expiresAt, 2020-01-01T00:00:00Z",
        "expiresAt, 2099-01-01T00:00:00Z",
        "password, short",
        "maxDownloads, 0",
        "maxDownloads, 1000001",
        "versionId, 01939d2f-0000-7000-8000-000000000001"
    })
    void whatCannotBeIsRefusedByItsName(String field, String value) {
        Object given = field.equals("maxDownloads") ? Integer.valueOf(value) : value;

        share(owner, id, Map.of(field, given))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void aVersionOfAnotherArtifactIsNotShared() {
        String other = add(owner, "Other", "other");
        String version = as(owner).get("/artifacts/{id}/versions", other).path("items[0].id");

        share(owner, id, Map.of("versionId", version)).then().statusCode(400);
    }

    @Test
    void aLinkIsChangedAndKeepsItsSecret() {
        Link link = link(owner, id);
        String end = Instant.now().plus(Duration.ofDays(2)).toString();

        change(owner, link, Map.of("name", "For Bob", "expiresAt", end, "maxDownloads", 3))
                .then()
                .statusCode(200)
                .body("name", equalTo("For Bob"))
                .body("maxDownloads", equalTo(3))
                .body("revision", equalTo(1));
        change(owner, link, Map.of("maxDownloads", 0))
                .then()
                .statusCode(200)
                .body("name", equalTo("For Bob"))
                .body("maxDownloads", nullValue());
        look(link).then().statusCode(200);
    }

    @Test
    void aChangeThatWasNotSeenIsNotOverwritten() {
        Link link = link(owner, id);
        String tag = read(owner, link).header("ETag");
        change(owner, link, Map.of("name", "Another")).then().statusCode(200);

        as(owner)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("name", "Mine"))
                .patch("/share-links/{id}", link.id())
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Another"));
        as(owner)
                .header("If-Match", tag)
                .delete("/share-links/{id}", link.id())
                .then()
                .statusCode(412);
        as(owner).delete("/share-links/{id}", link.id()).then().statusCode(428);
    }

    @Test
    void downloadsAreCountedForReadersAndAreNoChangeToWriters() {
        Link link = link(owner, id);
        String tag = read(owner, link).header("ETag");
        download(link).then().statusCode(200);

        as(owner)
                .header("If-None-Match", tag)
                .get("/share-links/{id}", link.id())
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("downloads", equalTo(1))
                .body("lastDownloadAt", startsWith("20"));
        as(owner)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("name", "Renamed"))
                .patch("/share-links/{id}", link.id())
                .then()
                .statusCode(200)
                .body("downloads", equalTo(1));
    }

    @Test
    void aRevokedLinkIsGoneForItsMakerToo() {
        Link link = link(owner, id);

        revoke(owner, link);

        read(owner, link).then().statusCode(404);
        links(owner).then().body("items", hasSize(0));
        change(owner, link, Map.of("name", "x")).then().statusCode(404);
    }

    @Test
    void noTwoHundredLinksLeadToOneArtifact() throws SQLException {
        link(owner, id);
        Rows.execute(
                """
                insert into share_link (id, artifact_id, creator_id, name, prefix, token_hash,
                        created_at, updated_at, expires_at, revision)
                    select gen_random_uuid(), artifact_id, creator_id, name, prefix,
                        gen_random_uuid(), created_at, updated_at, expires_at, 0
                    from share_link, generate_series(1, 99)
                    where cast(artifact_id as text) = ?
                """,
                id);

        share(owner, id, Map.of()).then().statusCode(409);
    }

    @Test
    void aStrangerNeitherSeesNorMakesNorEndsLinks() {
        TestingUser stranger = newUser();
        Link link = link(owner, id);

        for (TestingUser other : List.of(stranger, administrator())) {
            links(other).then().statusCode(404);
            share(other, id, Map.of()).then().statusCode(404);
            read(other, link).then().statusCode(404);
            change(other, link, Map.of("name", "x")).then().statusCode(404);
            as(other)
                    .header("If-Match", "*")
                    .delete("/share-links/{id}", link.id())
                    .then()
                    .statusCode(404);
        }
        anonymous().get("/share-links/{id}", link.id()).then().statusCode(401);
        anonymous().get("/artifacts/{id}/share-links", id).then().statusCode(401);
        look(link).then().statusCode(200);
    }

    @Test
    void whatIsMineAnswersAStrangerAsWhatIsNotThere() {
        TestingUser stranger = newUser();
        Link link = link(owner, id);

        assertThat(told(read(stranger, link), link.id()))
                .isEqualTo(told(read(stranger, new Link(ABSENT, "")), ABSENT));
    }

    private static String told(Response answer, String id) {
        return answer.asString().replace(id, "ID").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void whoMayOnlyReadDoesNotShare() throws SQLException {
        TestingUser viewer = newUser();
        invite(viewer, "viewer", id);
        Link link = link(owner, id);

        share(viewer, id, Map.of()).then().statusCode(403);
        links(viewer).then().statusCode(403);
        change(viewer, link, Map.of("name", "x")).then().statusCode(403);
    }

    @Test
    void whoMayEditSeesAndEndsTheLinksOfOthers() throws SQLException {
        TestingUser editor = newUser();
        invite(editor, "editor", id);
        Link link = link(owner, id);

        links(editor).then().statusCode(200).body("items[0].id", equalTo(link.id()));
        revoke(editor, link);

        look(link).then().statusCode(404);
    }

    @Test
    void aKeyForRepeatedRequestsIsNotTakenWhereASecretIsAnswered() {
        as(owner)
                .contentType("application/json")
                .header("Idempotency-Key", "a-key-of-mine-1")
                .body(new HashMap<>(Map.of("name", "x")))
                .post("/artifacts/{id}/share-links", id)
                .then()
                .statusCode(400);
    }

    @Test
    void theAuditLogTellsWhatWasSharedAndNoSecret() {
        Link link = link(owner, id, Map.of("password", PASSWORD, "name", "For Bob"));
        change(owner, link, Map.of("maxDownloads", 2, "password", "")).then().statusCode(200);
        download(link).then().statusCode(200);
        download(link).then().statusCode(200);
        revoke(owner, link);

        Response lines =
                as(administrator()).queryParam("subject", "share-link:" + link.id()).get("/audit");

        assertThat(lines.<List<String>>path("items.action"))
                .containsExactly(
                        "share-link-revoked",
                        "share-link-opened",
                        "share-link-changed",
                        "share-link-created");
        lines.then()
                .body("items[3].detail.name", equalTo("For Bob"))
                .body("items[3].detail.artifact", equalTo(id))
                .body("items[3].detail.password", equalTo("true"))
                .body("items[2].detail.password", equalTo("false"))
                .body("items[1].actor", nullValue());
        assertThat(lines.asString()).doesNotContain(link.secret()).doesNotContain(PASSWORD);
    }
}
