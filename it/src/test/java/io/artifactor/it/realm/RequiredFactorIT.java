package io.artifactor.it.realm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.Browser;
import io.artifactor.it.ServerTest;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.it.identity.Authenticator;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that lets no administrator work who has no second factor. */
@ExtendWith(RealmServer.class)
class RequiredFactorIT extends ServerTest {

    private static RequestSpecification there(String token) {
        return given().baseUri(RealmServer.stage().url())
                .basePath("/api/v1")
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }

    private static Response login(TestingUser user) {
        return given().baseUri(RealmServer.stage().url())
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", user.password()))
                .post("/api/v1/auth/login");
    }

    private static TestingUser newAdministrator() {
        return newUser(Set.of("admin", "user"));
    }

    @Test
    void nothingElseIsOpenToAnAdministratorWithoutOne() {
        TestingUser admin = newAdministrator();
        Response answer = login(admin);
        answer.then().statusCode(200).body("secondFactorSetupRequired", equalTo(true));
        String token = answer.path("accessToken");

        there(token).get("/auth/me").then().body("secondFactorSetupRequired", equalTo(true));
        for (String path : new String[] {"/users", "/artifacts"}) {
            there(token)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("second-factor-setup-required"));
        }
        // A token would open everything for good.
        there(token)
                .body(Map.of("name", "around it", "scopes", Set.of("read")))
                .post("/auth/tokens")
                .then()
                .statusCode(403)
                .body("code", equalTo("second-factor-setup-required"));
        there(token).get("/auth/second-factor").then().body("required", equalTo(true));
    }

    @Test
    void onceItIsSetUpEverythingIsOpen() {
        TestingUser admin = newAdministrator();
        String token = login(admin).path("accessToken");
        Authenticator phone =
                new Authenticator(
                        there(token)
                                .body(Map.of("password", admin.password()))
                                .post("/auth/second-factor")
                                .path("secret"));
        there(token)
                .body(Map.of("code", phone.code()))
                .post("/auth/second-factor/confirmation")
                .then()
                .statusCode(200);

        there(token).get("/users").then().statusCode(200);
        there(token).get("/auth/me").then().body("secondFactorSetupRequired", equalTo(false));
    }

    @Test
    void aSecurityKeyIsOneAsWell() throws SQLException {
        TestingUser admin = newAdministrator();
        String recovery = "recoverywithoutthekey";
        Rows.execute(
                "insert into security_key (id, user_id, credential, public_key, model, sign_count,"
                        + " backup_eligible, backed_up, transports, name, added_at) select id, id,"
                        + " decode(replace(cast(id as text), '-', ''), 'hex'), '', id, 0, false,"
                        + " false, '', 'a key', now() from app_user where username = ?",
                admin.username());
        Rows.execute(
                "insert into recovery_code (user_id, hash) select id, '%s' from app_user where username = ?"
                        .formatted(sha256(recovery.getBytes(StandardCharsets.US_ASCII))),
                admin.username());
        login(admin).then().statusCode(401).body("kinds", equalTo(List.of("keys")));

        Response answer =
                given().baseUri(RealmServer.stage().url())
                        .contentType(ContentType.JSON)
                        .body(
                                Map.of(
                                        "username",
                                        admin.username(),
                                        "password",
                                        admin.password(),
                                        "code",
                                        recovery))
                        .post("/api/v1/auth/login");

        answer.then().statusCode(200).body("secondFactorSetupRequired", equalTo(false));
        there(answer.path("accessToken")).get("/users").then().statusCode(200);
    }

    @Test
    void othersAndPersonalTokensAreNotAsked() {
        TestingUser user = newUser();
        String token = login(user).path("accessToken");
        there(token).get("/artifacts").then().statusCode(200);
        assertThat(login(user).<Boolean>path("secondFactorSetupRequired")).isFalse();

        there(lasting(newAdministrator()).token()).get("/artifacts").then().statusCode(200);
    }

    @Test
    void aBrowserIsLedToThePageThatSetsItUp() {
        TestingUser admin = newAdministrator();
        try (Browser browser = Browser.open()) {
            var page = browser.page();
            page.navigate(RealmServer.stage().url() + "/sign-in/");
            SignInPage.send(page, admin.username(), admin.password());
            page.waitForURL(RealmServer.stage().url() + "/second-factor/");

            assertThat(page.locator("#required")).isVisible();
        }
    }
}
