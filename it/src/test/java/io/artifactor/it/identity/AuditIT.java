package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditIT extends ServerTest {

    private static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    private static Response lines(String subject) {
        return as(administrator()).queryParam("subject", subject).get("/audit");
    }

    private static Response check() {
        return as(administrator()).get("/audit/verify");
    }

    private static String newArtifact(TestingUser user) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("title", "Note", "content", "x"))
                .post("/artifacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void whoChangedAnAccountHowAndFromWhereIsToBeRead() {
        TestingUser user = newUser();
        String id = idOf(user);

        lines("user:" + id)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("user-created"))
                .body("items.find { it.action == 'user-created' }.actor", equalTo("admin"))
                .body("items.find { it.action == 'user-created' }.detail.roles", equalTo("user"))
                .body("items.find { it.action == 'signed-in' }.actor", equalTo(user.username()))
                .body("items.find { it.action == 'signed-in' }.address", equalTo("127.0.0.1"));
    }

    @Test
    void aRefusedSignInIsNotedWithoutThePassword() {
        TestingUser user = newUser();
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", "a secret slip of fingers"))
                .post("/auth/login")
                .then()
                .statusCode(401);

        Response answer = lines("user:" + idOf(user));

        answer.then()
                .body(
                        "items.find { it.action == 'sign-in-refused' }.detail.reason",
                        equalTo("wrong-password"));
        assertThat(answer.asString()).doesNotContain("slip of fingers", user.password());
    }

    @Test
    void whatSomebodyHadNoRightToIsNotedOnceAMinute() {
        TestingUser user = newUser();
        for (int i = 0; i < 3; i++) {
            as(user).get("/users").then().statusCode(403);
        }

        Response answer =
                as(administrator())
                        .queryParam("actor", idOf(user))
                        .queryParam("action", "access-refused")
                        .get("/audit");

        answer.then()
                .body("items", hasSize(1))
                .body("items[0].detail.method", equalTo("GET"))
                .body("items[0].detail.path", containsString("users"));
    }

    @Test
    void deletingAndExportingAreNoted() {
        TestingUser user = newUser();
        String alone = newArtifact(user);
        String kept = newArtifact(newUser());
        as(user).contentType(ContentType.JSON)
                .body(Map.of("ids", List.of(alone)))
                .post("/artifacts/batch/download")
                .then()
                .statusCode(200);
        as(user).header("If-Match", "*").delete("/artifacts/" + alone).then().statusCode(204);

        Response mine = as(administrator()).queryParam("actor", idOf(user)).get("/audit");

        mine.then()
                .body(
                        "items.find { it.action == 'artifact-deleted' }.subject",
                        equalTo("artifact:" + alone))
                .body(
                        "items.find { it.action == 'artifacts-exported' }.detail.artifacts",
                        equalTo("1"));
        lines("artifact:" + kept).then().body("items", hasSize(0));
    }

    @Test
    void theUseOfAPersonalTokenIsNotedOnceADay() {
        TestingUser user = newUser();
        Response made =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("name", "nightly", "scopes", List.of("read")))
                        .post("/auth/tokens");
        String token = made.path("token");
        for (int i = 0; i < 3; i++) {
            anonymous()
                    .header("Authorization", "Bearer " + token)
                    .get("/artifacts")
                    .then()
                    .statusCode(200);
        }

        Response answer = lines("token:" + made.path("id"));

        answer.then()
                .body("items.findAll { it.action == 'token-used' }", hasSize(1))
                .body("items.find { it.action == 'token-used' }.address", equalTo("127.0.0.1"));
        assertThat(answer.asString()).doesNotContain(token);
    }

    @Test
    void pagesByCursorHoldEveryLineOnce() {
        TestingUser user = newUser();
        IntStream.range(0, 7).forEach(i -> signIn(user.username(), user.password()));
        String subject = "user:" + idOf(user);
        Set<Object> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null && pages++ < 10) {
            Response page =
                    as(administrator())
                            .queryParam("subject", subject)
                            .queryParam("size", 3)
                            .queryParam("cursor", cursor)
                            .get("/audit");
            List<Object> ids = page.path("items.id");
            assertThat(seen).doesNotContainAnyElementsOf(ids);
            seen.addAll(ids);
            cursor = page.path("next");
        }

        assertThat(seen).hasSize(9); // Created, and eight times signed in.
    }

    @Test
    void timeAndActionNarrowTheList() {
        TestingUser user = newUser();
        String subject = "user:" + idOf(user);

        as(administrator())
                .queryParam("subject", subject)
                .queryParam("action", "signed-in")
                .get("/audit")
                .then()
                .body("items.action", everyItem(equalTo("signed-in")))
                .body("items", hasSize(1));
        as(administrator())
                .queryParam("subject", subject)
                .queryParam("to", "2020-01-01")
                .get("/audit")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=A",
                "subject=%00",
                "subject=user",
                "actor=x",
                "from=2026-01-02&to=2026-01-01",
                "cursor=x"
            })
    void aFilterThatIsNoneIsRefused(String query) {
        as(administrator()).get("/audit?" + query).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"/audit,403", "/audit/export,403", "/audit/verify,403"})
    void anOrdinaryUserDoesNotSeeTheLog(String path, int status) {
        as(newUser()).get(path).then().statusCode(status);
        anonymous().get(path).then().statusCode(401);
    }

    @Test
    void anAuditorSeesTheLog() {
        TestingUser auditor = newUser(Set.of("auditor", "user"));

        as(auditor).get("/audit").then().statusCode(200);
        as(auditor).get("/audit/verify").then().statusCode(200);
    }

    @Test
    void aFileHoldsEveryLineAndTellsOfItself() {
        TestingUser user = newUser();
        String id = idOf(user);

        List<Map<String, Object>> file =
                as(administrator())
                        .queryParam("subject", "user:" + id)
                        .get("/audit/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("$");

        List<Map<String, Object>> listed = lines("user:" + id).path("items");
        assertThat(file).isEqualTo(listed);
        as(administrator())
                .queryParam("action", "audit-exported")
                .get("/audit")
                .then()
                .body("items[0].subject", equalTo("audit:log"));
    }

    @Test
    void noCellOfAFileIsAFormula() {
        TestingUser user = newUser();
        as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "=cmd|' /C calc'!A0", "scopes", List.of("read")))
                .post("/auth/tokens")
                .then()
                .statusCode(201);

        String file =
                as(administrator())
                        .queryParam("actor", idOf(user))
                        .queryParam("format", "csv")
                        .get("/audit/export")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .header("Content-Disposition", containsString("audit.csv"))
                        .extract()
                        .asString();

        assertThat(file).startsWith("\"id\",\"at\",").contains("token-created");
        assertThat(Stream.of(file.split("\r\n")).flatMap(line -> Stream.of(line.split("\",\""))))
                .noneMatch(cell -> cell.matches("\"?[=+@-].*"));
    }

    @Test
    void theLogIsWholeAfterManyWroteAtOnce() throws Exception {
        TestingUser user = newUser();
        List<Callable<TestingUser>> signIns =
                IntStream.range(0, 12)
                        .<Callable<TestingUser>>mapToObj(
                                i -> () -> signIn(user.username(), user.password()))
                        .toList();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            for (var done : clients.invokeAll(signIns)) {
                done.get();
            }
        }

        Response check = check();

        check.then().statusCode(200).body("intact", equalTo(true)).body("breaks", hasSize(0));
        String anchor = check.path("anchor");
        as(administrator())
                .queryParam("anchor", anchor)
                .get("/audit/verify")
                .then()
                .body("intact", equalTo(true));
    }

    @Test
    void anAnchorTheChainsDoNotLeadThroughIsMissed() {
        as(administrator())
                .queryParam("anchor", "0-1-" + "0".repeat(64))
                .get("/audit/verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("breaks.reason", hasItem("anchor-missing"));
        as(administrator()).queryParam("anchor", "x").get("/audit/verify").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'nothing'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_link set position = 0",
                "delete from audit_link",
                "truncate audit_link",
                "delete from audit_lane"
            })
    void theDatabaseRefusesToChangeTheLog(String change) {
        assertThatThrownBy(() -> Tampered.attempt(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("only ever added to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set detail = '{\"reason\":\"forged\"}' where id = %d"
                        + "|line-changed",
                "delete from audit_entry where id = %d|line-missing",
                "delete from audit_link where entry_id = %d|link-missing",
                "update audit_lane set position = position + 1 where lane = 0|end-missing"
            })
    void aChangeBehindItsBackIsFound(String change, String reason) throws SQLException {
        TestingUser admin = administrator();

        try (Tampered ignored = new Tampered(change)) {
            as(admin)
                    .get("/audit/verify")
                    .then()
                    .body("intact", equalTo(false))
                    .body("breaks.reason", hasItem(reason));
        }

        check().then().body("intact", equalTo(true));
    }
}
