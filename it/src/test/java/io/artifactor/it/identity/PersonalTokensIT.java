package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTokensIT extends ServerTest {

    private static Response create(TestingUser user, Map<String, Object> wanted) {
        return as(user).contentType(ContentType.JSON).body(wanted).post("/auth/tokens");
    }

    private static String tokenOf(TestingUser user, String... scopes) {
        return create(user, Map.of("name", "test", "scopes", List.of(scopes)))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static RequestSpecification with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    @Test
    void aTokenIsShownOnceAndThenOnlyItsBeginning() {
        TestingUser user = newUser();

        Response made = create(user, Map.of("name", "laptop"));

        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("token", matchesPattern("art_[A-Za-z0-9_-]{43}"))
                .body("scopes", contains("read", "write"));
        Response list = as(user).get("/auth/tokens");
        list.then().statusCode(200).body("items.name", contains("laptop"));
        String token = made.path("token");
        assertThat(list.asString()).doesNotContain(token);
        assertThat(token).startsWith(list.<String>path("items[0].prefix"));
    }

    @Test
    void aTokenActsForItsOwner() {
        TestingUser user = newUser();

        with(tokenOf(user, "read"))
                .get("/auth/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(user.username()));
        as(user).get("/auth/tokens").then().body("items[0].lastUsedAt", notNullValue());
    }

    @Test
    void aReadingTokenChangesNothing() {
        TestingUser admin = administrator();

        with(tokenOf(admin, "read", "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("username", "by-a-reading-token"))
                .post("/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void onlyATokenWithTheScopeAdminOpensTheRole() {
        TestingUser admin = administrator();

        with(tokenOf(admin, "read", "write")).get("/users").then().statusCode(403);
        with(tokenOf(admin, "read")).get("/auth/me").then().body("roles", contains("user"));
        with(tokenOf(admin, "read", "admin")).get("/users").then().statusCode(200);
    }

    @Test
    void theScopeAdminGivesAnOrdinaryUserNothing() {
        with(tokenOf(newUser(), "read", "admin")).get("/users").then().statusCode(403);
    }

    @Test
    void aTokenMakesNoTokensAndChangesNoPassword() {
        TestingUser user = newUser();
        String token = tokenOf(user, "read", "write", "admin");

        with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "child"))
                .post("/auth/tokens")
                .then()
                .statusCode(403);
        with(token)
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "currentPassword",
                                user.password(),
                                "newPassword",
                                "an entirely new one"))
                .post("/auth/password")
                .then()
                .statusCode(403);
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        TestingUser user = newUser();
        Response made = create(user, Map.of("name", "short lived"));
        String token = made.path("token");
        String id = made.path("id");
        with(token).get("/auth/me").then().statusCode(200);

        as(user).delete("/auth/tokens/" + id).then().statusCode(204);

        with(token).get("/auth/me").then().statusCode(401);
        as(user).get("/auth/tokens").then().body("items", empty());
        as(user).delete("/auth/tokens/" + id).then().statusCode(404);
    }

    @Test
    void aTokenRevokesItselfAndNoOther() {
        TestingUser user = newUser();
        Response made = create(user, Map.of("name", "of a program"));
        String token = made.path("token");
        String other = create(user, Map.of("name", "of another")).path("id");

        with(token).delete("/auth/tokens/" + other).then().statusCode(403);
        with(token).delete("/auth/tokens/" + made.path("id")).then().statusCode(204);

        with(token).get("/auth/me").then().statusCode(401);
        as(user).get("/auth/tokens").then().body("items.id", contains(other));
    }

    @Test
    void nobodySeesOrRevokesAnothersToken() {
        TestingUser owner = newUser();
        TestingUser other = newUser();
        String id = create(owner, Map.of("name", "mine")).path("id");

        as(other).get("/auth/tokens").then().body("items.id", not(hasItems(id)));
        as(other).delete("/auth/tokens/" + id).then().statusCode(404);
        as(administrator()).delete("/auth/tokens/" + id).then().statusCode(404);

        as(owner).get("/auth/tokens").then().body("items.id", contains(id));
    }

    @Test
    void aTokenOfADeactivatedUserIsRefusedAtOnce() {
        TestingUser user = newUser();
        String token = tokenOf(user, "read");
        String id = with(token).get("/auth/me").path("id");

        as(administrator()).header("If-Match", "*").delete("/users/" + id).then().statusCode(204);

        with(token).get("/auth/me").then().statusCode(401);
    }

    @Test
    void anEndIsKeptAndMustLieAhead() {
        TestingUser user = newUser();
        Instant end = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        create(user, Map.of("name", "month", "expiresAt", end.toString()))
                .then()
                .statusCode(201)
                .body("expiresAt", equalTo(end.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                         | name
                    {"name":""}                                                | name
                    {"name":"a\\nb"}                                           | name
                    {"name":7}                                                 | name
                    {"name":"x","scopes":[]}                                   | scopes
                    {"name":"x","scopes":["admin"]}                            | scopes
                    {"name":"x","scopes":["read","god"]}                       | scopes[1]
                    {"name":"x","scopes":[null]}                               | scopes[0]
                    {"name":"x","scopes":"read"}                               | scopes
                    {"name":"x","expiresAt":"2020-01-01T00:00:00Z"}            | expiresAt
                    {"name":"x","expiresAt":"+999999999-12-31T23:59:59Z"}      | expiresAt
                    {"name":"x","expiresAt":"-999999999-12-31T23:59:59Z"}      | expiresAt
                    {"name":"x","expiresAt":"soon"}                            | expiresAt
                    {"name":"x","owner":"admin"}                               | owner
                    """)
    void aBadWishIsRefusedByTheNameOfItsField(String body, String field) {
        as(newUser())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/auth/tokens")
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
    }
}
