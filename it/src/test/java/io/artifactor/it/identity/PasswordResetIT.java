package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordResetIT extends ServerTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private static String addressOf(TestingUser user) {
        return user.username() + "@example.org";
    }

    private static TestingUser userWithAddress() {
        TestingUser user = newUser();
        as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("email", addressOf(user)))
                .patch("/users/" + idOf(user))
                .then()
                .statusCode(200);
        return user;
    }

    private static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    private static Response ask(String login) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("login", login))
                .post("/auth/password-resets");
    }

    private static Response choose(String token, String password) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("token", token, "newPassword", password))
                .post("/auth/password-resets/redeem");
    }

    private static Response login(String username, String password) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/auth/login");
    }

    private static String tokenSent(TestingUser user, int message) {
        return Mailbox.token(addressOf(user), message);
    }

    @Test
    void aLinkGivesANewPasswordAndEndsAllSignIns() {
        TestingUser user = userWithAddress();
        ask(user.username().toUpperCase(Locale.ROOT)).then().statusCode(204);

        choose(tokenSent(user, 1), "a password not forgotten").then().statusCode(204);

        assertThat(as(user).get("/auth/me").statusCode()).isEqualTo(401);
        login(user.username(), user.password()).then().statusCode(401);
        login(user.username(), "a password not forgotten").then().statusCode(200);
        as(administrator())
                .queryParam("subject", "user:" + actorOf(user))
                .get("/audit")
                .then()
                .body("items.action", hasItems("password-reset-requested", "password-reset"));
    }

    private static String actorOf(TestingUser user) {
        String token = login(user.username(), "a password not forgotten").path("accessToken");
        return idOf(new TestingUser(user.username(), "", token));
    }

    @Test
    void anAddressWillDoInsteadOfAName() {
        TestingUser user = userWithAddress();

        ask(addressOf(user)).then().statusCode(204);

        assertThat(tokenSent(user, 1)).startsWith("arp_");
    }

    @Test
    void aLinkIsGoodOnce() {
        TestingUser user = userWithAddress();
        ask(user.username()).then().statusCode(204);
        String token = tokenSent(user, 1);
        choose(token, "a password not forgotten").then().statusCode(204);

        choose(token, "another one of a thief").then().statusCode(400);

        login(user.username(), "a password not forgotten").then().statusCode(200);
    }

    @Test
    void aNewLinkVoidsTheOneBefore() {
        TestingUser user = userWithAddress();
        ask(user.username()).then().statusCode(204);
        String first = tokenSent(user, 1);
        ask(user.username()).then().statusCode(204);
        String second = tokenSent(user, 2);

        choose(first, "a password not forgotten").then().statusCode(400);
        choose(second, "a password not forgotten").then().statusCode(204);
    }

    @Test
    void aBadNewPasswordDoesNotSpendTheLink() {
        TestingUser user = userWithAddress();
        ask(user.username()).then().statusCode(204);
        String token = tokenSent(user, 1);

        for (String bad : List.of("short", "Password2026!", "I am " + user.username())) {
            choose(token, bad).then().statusCode(400).body("errors.field", hasItem("newPassword"));
        }

        choose(token, "a password not forgotten").then().statusCode(204);
    }

    @Test
    void nobodyLearnsWhoThereIs() {
        TestingUser user = userWithAddress();

        Response known = ask(user.username());
        Response unknown = ask("nobody-" + System.nanoTime());

        assertThat(known.statusCode()).isEqualTo(204).isEqualTo(unknown.statusCode());
        assertThat(known.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void aPersonIsNotFloodedWithLinks() {
        TestingUser user = userWithAddress();
        for (int i = 0; i < 8; i++) {
            ask(user.username()).then().statusCode(204);
        }
        TestingUser later = userWithAddress();
        ask(later.username()).then().statusCode(204);
        tokenSent(later, 1);

        assertThat(Mailbox.saying(addressOf(user), "#token=arp_")).hasSizeBetween(3, 5);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String token :
                List.of("x", "arp_", "arr_" + "A".repeat(43), "arp_" + "A".repeat(43))) {
            choose(token, "a password not forgotten")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("token"));
        }
    }

    @Test
    void whoIsDeactivatedGetsNoLink() {
        TestingUser user = userWithAddress();
        String id = idOf(user);
        as(administrator()).header("If-Match", "*").delete("/users/" + id).then().statusCode(204);

        ask(user.username()).then().statusCode(204);
        TestingUser later = userWithAddress();
        ask(later.username()).then().statusCode(204);
        tokenSent(later, 1);

        assertThat(Mailbox.mailTo(addressOf(user))).isEmpty();
    }
}
