package io.artifactor.it.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Administrators and auditors are ones on the machine of the tests, where requests come from if
 * they say nothing else, and ordinary users everywhere else.
 */
class AdminNetworksIT extends ServerTest {

    private static final String OUTSIDE = "203.0.113.77";

    /** Of one test alone. */
    private final TestingUser admin = newUser(Set.of("admin", "user"));

    @AfterEach
    void noAdministratorStays() {
        as(administrator())
                .header("If-Match", "*")
                .delete("/users/" + idOf(admin))
                .then()
                .statusCode(204);
    }

    private static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    private static RequestSpecification outside(RequestSpecification request) {
        return request.header("X-Forwarded-For", OUTSIDE);
    }

    private static RequestSpecification with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("only from the networks"))
                .body("detail", not(containsString("127.")));
    }

    private Response newToken(RequestSpecification request, String... scopes) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("name", "of an administrator", "scopes", List.of(scopes)))
                .post("/auth/tokens");
    }

    @Test
    void anAccessTokenIsWorthInTurnsWhatItIsWhereItComesFrom() {
        for (int i = 0; i < 3; i++) {
            as(admin).get("/users").then().statusCode(200);
            as(admin).get("/auth/me").then().body("roles", containsInAnyOrder("admin", "user"));

            assertRefused(outside(as(admin)).get("/users"));
            outside(as(admin)).get("/auth/me").then().body("roles", contains("user"));
        }
    }

    @Test
    void nothingIsChangedFromElsewhere() {
        String name = "made-outside-" + admin.username();
        Map<String, String> account = Map.of("username", name, "password", "a password of outside");

        assertRefused(
                outside(as(admin)).contentType(ContentType.JSON).body(account).post("/users"));
        as(admin).contentType(ContentType.JSON).body(account).post("/users").then().statusCode(201);
    }

    @Test
    void whatIsOpenToEverybodyIsNotOpenAsToAnAdministrator() {
        as(admin).queryParam("all", true).get("/operations").then().statusCode(200);

        assertRefused(outside(as(admin)).queryParam("all", true).get("/operations"));
        outside(as(admin)).get("/operations").then().statusCode(200);
    }

    @Test
    void aPersonalTokenIsWorthNoMore() {
        String token = newToken(as(admin), "read", "admin").path("token");

        for (int i = 0; i < 3; i++) {
            with(token).get("/users").then().statusCode(200);
            assertRefused(outside(with(token)).get("/users"));
        }
    }

    @Test
    void aTokenThatTellsOfPeopleIsMadeInsideAndUsedAnywhere() {
        assertRefused(newToken(outside(as(admin)), "scim"));
        String token = newToken(as(admin), "scim").path("token");

        int answer =
                given().baseUri(RunningServer.stack().url())
                        .header("Authorization", "Bearer " + token)
                        .header("X-Forwarded-For", OUTSIDE)
                        .get("/scim/v2/Users?count=1")
                        .statusCode();

        assertThat(answer).isEqualTo(200);
    }

    @Test
    void aBrowserIsWorthNoMoreAndMaySignInAnywhere() {
        String cookie =
                outside(anonymous())
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", admin.username(), "password", admin.password()))
                        .post("/auth/browser")
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("artifactor");

        for (int i = 0; i < 3; i++) {
            assertRefused(outside(anonymous().cookie("artifactor", cookie)).get("/users"));
            anonymous().cookie("artifactor", cookie).get("/users").then().statusCode(200);
        }
    }

    @Test
    void anAuditorReadsNothingElsewhere() {
        TestingUser alone = newUser(Set.of("auditor"));
        TestingUser both = newUser(Set.of("auditor", "user"));

        as(alone).get("/audit").then().statusCode(200);
        assertRefused(outside(as(alone)).get("/audit"));
        assertRefused(outside(as(alone)).get("/auth/me"));
        assertRefused(outside(as(both)).get("/audit"));
        outside(as(both)).get("/artifacts").then().statusCode(200);
    }

    @Test
    void ordinaryUsersAreAsWellOffAnywhere() {
        TestingUser user = newUser();

        outside(as(user)).get("/auth/me").then().statusCode(200).body("roles", contains("user"));
        outside(as(user))
                .get("/users")
                .then()
                .statusCode(403)
                .body("detail", not(containsString("networks")));
    }

    @Test
    void aRefusalIsInTheAuditLogWithWhatDidNotCount() {
        assertRefused(outside(as(admin)).get("/users"));

        as(administrator())
                .queryParam("actor", idOf(admin))
                .queryParam("action", "access-refused")
                .get("/audit")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].address", equalTo(OUTSIDE))
                .body("items[0].detail.path", containsString("users"))
                .body("items[0].detail.withheld", equalTo("admin"));
    }

    /** The proxy says from where it was asked, whatever the client wrote before it. */
    @Test
    void anAddressBeforeThatOfTheProxyIsNotBelieved() {
        assertRefused(as(admin).header("X-Forwarded-For", "127.0.0.1, " + OUTSIDE).get("/users"));
    }

    @Test
    void anAddressFromNoProxyIsNotBelieved() throws IOException, InterruptedException {
        try (HttpClient inside = HttpClient.newHttpClient();
                HttpClient another =
                        HttpClient.newBuilder()
                                .localAddress(InetAddress.getByName("127.0.0.2"))
                                .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(RunningServer.stack().url() + "/api/v1/auth/me"))
                            .header("Authorization", "Bearer " + admin.token())
                            .header("X-Forwarded-For", "127.0.0.1")
                            .build();

            assertThat(roles(inside.send(request, HttpResponse.BodyHandlers.ofString())))
                    .containsExactlyInAnyOrder("admin", "user");
            assertThat(roles(another.send(request, HttpResponse.BodyHandlers.ofString())))
                    .containsExactly("user");
        }
    }

    private static List<String> roles(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonPath(answer.body()).getList("roles");
    }
}
