package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an account knows of the devices its owner signs in from. */
class DevicesIT extends ServerTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

    private static String login(TestingUser user, @Nullable String deviceToken) {
        Map<String, String> body =
                new HashMap<>(Map.of("username", user.username(), "password", user.password()));
        if (deviceToken != null) {
            body.put("deviceToken", deviceToken);
        }
        return anonymous()
                .header("User-Agent", FIREFOX)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("deviceToken");
    }

    private static Response devices(TestingUser user) {
        return as(user).get("/auth/devices");
    }

    @Test
    void aDeviceIsListedOnceHoweverOftenItSignsIn() {
        TestingUser user = newUser();
        String token = login(user, null);
        login(user, token);

        devices(user)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].name", equalTo("Firefox on Linux"))
                .body("items[0].address", equalTo("127.0.0.1"))
                .body("items[0].firstSeenAt", notNullValue())
                .body("items[0].lastSeenAt", notNullValue());
    }

    @Test
    void aForgottenDeviceIsAStrangerAndWhoIsSignedInThereStaysSo() {
        TestingUser user = newUser();
        String token = login(user, null);
        String id = devices(user).path("items[0].id");

        as(user).delete("/auth/devices/" + id).then().statusCode(204);

        as(user).delete("/auth/devices/" + id).then().statusCode(404);
        as(user).get("/auth/sessions").then().body("items", hasSize(2));
        login(user, token);
        devices(user).then().body("items", hasSize(2)).body("items.id", not(hasItem(id)));
        as(administrator())
                .queryParam("subject", "user:" + as(user).get("/auth/me").path("id"))
                .get("/audit")
                .then()
                .body("items.action", hasItem("device-forgotten"));
    }

    @Test
    void aForgottenDeviceWaitsLikeAStranger() throws SQLException {
        TestingUser user = newUser();
        String token = login(user, null);
        String id = devices(user).path("items[0].id");
        as(user).delete("/auth/devices/" + id).then().statusCode(204);
        Rows.execute(
                "insert into sign_in_failure (lane, failures, last_at) values ('account ' ||"
                        + " encode(sha256(convert_to(lower(?), 'UTF8')), 'hex'), 15, now())",
                user.username());

        anonymous()
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "username", user.username(),
                                "password", user.password(),
                                "deviceToken", token))
                .post("/auth/login")
                .then()
                .statusCode(429);
    }

    @Test
    void nobodyForgetsTheDeviceOfAnother() {
        TestingUser victim = newUser();
        String id = devices(victim).path("items[0].id");

        as(newUser()).delete("/auth/devices/" + id).then().statusCode(404);

        devices(victim).then().body("items.id", hasItem(id));
    }

    @Test
    void aPersonalTokenNeitherSeesNorForgetsDevices() {
        TestingUser user = newUser();
        TestingUser program = lasting(user);

        devices(program).then().statusCode(403);
        as(program).delete("/auth/devices/" + UUID.randomUUID()).then().statusCode(403);
    }

    @Test
    void theLastFiftyAreKnown() throws SQLException {
        TestingUser user = newUser();
        KnownDevices.add(user, 60);

        login(user, null);

        devices(user).then().body("items", hasSize(50));
        assertThat(devices(user).<String>path("items[0].name")).isEqualTo("Firefox on Linux");
    }

    @Test
    void oneThatWasNotSeenForHalfAYearIsNotListed() throws SQLException {
        TestingUser user = newUser();
        Rows.execute(
                "update known_device set last_seen_at = now() - interval '181 days'"
                        + " where user_id = (select id from app_user where username = ?)",
                user.username());

        devices(user).then().body("items", hasSize(0));
    }
}
