package io.artifactor.it.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever finds somebody signed in is not yet who they seem. */
class ConfirmationIT extends FactorTest {

    private static final String ASKED_AGAIN = "confirmation-required";
    private static final String LONG_AGO =
            "update refresh_token set started_at = started_at - interval '20 minutes' where family"
                    + " = ?";

    private static final List<String> SENSITIVE =
            List.of(
                    "createToken",
                    "beginSecurityKey",
                    "addSecurityKey",
                    "removeSecurityKey",
                    "endSession",
                    "endOtherSessions",
                    "createUser",
                    "changeUser",
                    "deactivateUser",
                    "removeSecondFactorOfUser",
                    "endSessionsOfUser",
                    "endSessionsOfEverybody",
                    "rotateSigningKey",
                    "addGroupMapping",
                    "removeGroupMapping",
                    "applyRealmIdentities",
                    "linkRealmIdentity",
                    "unlinkRealmIdentity",
                    "transferWorkspace",
                    "deleteWorkspace",
                    "releaseHold",
                    "addRetentionRule",
                    "putRetentionRule",
                    "runRetentionRule");

    private final TestingUser user = newUser();

    /** The sign-in of that user, as if it had begun a while ago. */
    private static TestingUser aged(TestingUser user) throws SQLException {
        Rows.execute(LONG_AGO, session(user));
        return user;
    }

    private static UUID session(TestingUser user) {
        return UUID.fromString(as(user).get("/auth/sessions").path("items.find { it.current }.id"));
    }

    private static Response confirm(TestingUser user, Map<String, String> proof) {
        return as(user).contentType(ContentType.JSON).body(proof).post("/auth/confirmation");
    }

    private static Response makeToken(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON)
                .body(Map.of("name", "after a while", "scopes", List.of("read", "write")))
                .post("/auth/tokens");
    }

    private static void assertAskedAgain(Response answer) {
        answer.then().statusCode(403).body("code", equalTo(ASKED_AGAIN));
    }

    private Map<String, String> password() {
        return Map.of("password", user.password());
    }

    /** What the description marks, with an address at which nothing is. */
    private static Map<String, String> sensitive() throws IOException {
        String description =
                given().baseUri(RunningServer.stack().url())
                        .queryParam("format", "json")
                        .get("/openapi")
                        .asString();
        Map<String, String> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path :
                new ObjectMapper().readTree(description).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().path("x-sensitive").asBoolean()) {
                    found.put(
                            operation.getValue().path("operationId").asText(),
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return found;
    }

    @Test
    void whatHandsOverAnAccountOrMuchElseAsksAgain() throws SQLException, IOException {
        TestingUser administrator = aged(signIn(RunningServer.ADMIN, RunningServer.ADMIN_PASSWORD));

        Map<String, String> operations = sensitive();

        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(SENSITIVE);
        operations
                .values()
                .forEach(operation -> {
                    String[] parts = operation.split(" ", 2);
                    String path =
                            parts[1].replace("/api/v1", "")
                                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                    RequestSpecification request = as(administrator);
                    if (!parts[0].equals("DELETE")) {
                        request.contentType(ContentType.JSON).body(Map.of());
                    }
                    Response answer = request.request(parts[0], path);
                    assertThat(answer.statusCode()).as(operation).isEqualTo(403);
                    assertThat(answer.<String>path("code")).as(operation).isEqualTo(ASKED_AGAIN);
                });
        as(administrator).get("/users").then().statusCode(200);
        as(administrator).get("/artifacts").then().statusCode(200);
    }

    @Test
    void aFreshSignInIsNotAsked() {
        makeToken(as(user)).then().statusCode(201);
    }

    @Test
    void thePasswordOpensItForAWhile() throws SQLException {
        aged(user);
        assertAskedAgain(makeToken(as(user)));

        String until =
                confirm(user, password()).then().statusCode(200).extract().path("confirmedUntil");

        assertThat(Duration.between(Instant.now(), Instant.parse(until)))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        makeToken(as(user)).then().statusCode(201);
        Rows.execute(
                "update refresh_token set confirmed_at = now() - interval '16 minutes'"
                        + " where family = ?",
                session(user));
        assertAskedAgain(makeToken(as(user)));
    }

    @Test
    void aWrongPasswordOpensNothingAndIsWrittenDown() throws SQLException {
        aged(user);

        confirm(user, Map.of("password", "not the password"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("password"));
        confirm(user, Map.of()).then().statusCode(400);

        assertAskedAgain(makeToken(as(user)));
        confirm(user, password()).then().statusCode(200);
        List<String> acts =
                as(administrator())
                        .queryParam("actor", id(user))
                        .get("/audit")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.action");
        assertThat(acts).contains("confirmation-refused", "sign-in-confirmed");
    }

    @Test
    void guessingIsSlowedDown() {
        int waiting = 0;
        for (int i = 0; i < 15; i++) {
            int status = confirm(user, Map.of("password", "guess number " + i)).statusCode();
            assertThat(status).isIn(400, 429);
            waiting += status == 429 ? 1 : 0;
        }

        assertThat(waiting).isPositive();
    }

    @Test
    void withASecondFactorThePasswordIsNotEnough() throws SQLException {
        Protected owner = protect(user);
        aged(user);

        confirm(user, password()).then().statusCode(400).body("errors.field", hasItem("code"));
        confirm(user, Map.of("password", user.password(), "code", "123456")).then().statusCode(400);
        assertAskedAgain(makeToken(as(user)));

        confirm(user, Map.of("password", user.password(), "code", owner.phone().code()))
                .then()
                .statusCode(200);
        makeToken(as(user)).then().statusCode(201);
    }

    @Test
    void oneSignInDoesNotSpeakForAnother() throws SQLException {
        TestingUser elsewhere = aged(signIn(user.username(), user.password()));

        confirm(user, password()).then().statusCode(200);

        assertAskedAgain(makeToken(as(elsewhere)));
    }

    @Test
    void renewingATokenIsNoNewSignInButKeepsTheConfirmation() throws SQLException {
        Response signedIn = login(user, null);
        TestingUser old =
                new TestingUser(user.username(), user.password(), signedIn.path("accessToken"));
        UUID session = session(old);
        Rows.execute(LONG_AGO, session);
        Response renewed = refresh(signedIn.path("refreshToken"));
        TestingUser next =
                new TestingUser(user.username(), user.password(), renewed.path("accessToken"));
        assertAskedAgain(makeToken(as(next)));

        confirm(next, password()).then().statusCode(200);

        String last = refresh(renewed.path("refreshToken")).path("accessToken");
        makeToken(as(new TestingUser(user.username(), user.password(), last)))
                .then()
                .statusCode(201);
    }

    private static Response refresh(String token) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/auth/refresh")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    @Test
    void aPersonalTokenIsAskedNothingAndConfirmsNothing() throws SQLException {
        TestingUser program = lasting(user);
        aged(user);

        confirm(program, password()).then().statusCode(403);

        assertAskedAgain(makeToken(as(user)));
    }

    @Test
    void aBrowserIsAskedTheSame() throws SQLException {
        String cookie =
                anonymous()
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", user.username(), "password", user.password()))
                        .post("/auth/browser")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("artifactor");
        String session = browser(cookie).get("/auth/sessions").path("items.find { it.current }.id");
        Rows.execute(LONG_AGO, UUID.fromString(session));
        assertAskedAgain(makeToken(browser(cookie)));

        browser(cookie)
                .contentType(ContentType.JSON)
                .body(password())
                .post("/auth/confirmation")
                .then()
                .statusCode(200);

        makeToken(browser(cookie)).then().statusCode(201);
    }

    private static RequestSpecification browser(String cookie) {
        return anonymous()
                .header("Origin", RunningServer.stack().url())
                .cookie("artifactor", cookie);
    }
}
