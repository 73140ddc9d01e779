package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People are told by mail what happens to their accounts. */
class LettersIT extends ServerTest {

    private final String address = "told-" + UUID.randomUUID() + "@example.org";
    private final TestingUser user = newUser();

    LettersIT() {
        change(Map.of("email", address));
    }

    private void change(Map<String, ?> patch) {
        as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(patch)
                .patch("/users/" + as(user).get("/auth/me").path("id"))
                .then()
                .statusCode(200);
    }

    private String token(String name, Instant end) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("name", name, "scopes", new String[] {"read"}, "expiresAt", end))
                .post("/auth/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void ofAPasswordTheyChanged() {
        as(user).contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "currentPassword",
                                user.password(),
                                "newPassword",
                                "another one of their own"))
                .post("/auth/password")
                .then()
                .statusCode(204);

        assertThat(Mailbox.await(address, "The password of your account", 1))
                .singleElement()
                .asString()
                .contains(user.username(), "/reset-password/")
                .doesNotContain("another one of their own");
    }

    @Test
    void ofAPasswordAnAdministratorGaveThem() {
        change(Map.of("password", "given by somebody else"));

        assertThat(Mailbox.await(address, "An administrator gave your account", 1))
                .singleElement()
                .asString()
                .doesNotContain("given by somebody else");
    }

    @Test
    void ofAnotherAddressAtTheOneTheyHad() {
        String other = "moved-" + address;
        change(Map.of("email", other));

        Mailbox.await(address, "has another e-mail address now", 1);
        change(Map.of("email", other.toUpperCase(Locale.ROOT)));
        change(Map.of("email", ""));
        Mailbox.await(other.toUpperCase(Locale.ROOT), "has another e-mail address now", 1);
        assertThat(Mailbox.mailTo(address)).hasSize(1);
    }

    @Test
    void ofATokenMadeInTheirName() {
        token("nightly \"export\"", Instant.now().plus(Duration.ofDays(30)));

        assertThat(Mailbox.await(address, "nightly \"export\"", 1))
                .singleElement()
                .asString()
                .contains("was made in your account")
                .doesNotContain("art_");
    }

    @Test
    void onceOfATokenThatEndsSoon() throws SQLException {
        String soon = token("ends soon", Instant.now().plus(Duration.ofDays(3)));
        String later = token("ends later", Instant.now().plus(Duration.ofDays(30)));
        for (String id : new String[] {soon, later}) {
            Rows.execute(
                    "update personal_token set created_at = now() - interval '9 days' where id = ?",
                    UUID.fromString(id));
        }

        Mailbox.await(address, "\"ends soon\" of your account", 1);
        // A second look finds it told already.
        String fresh = token("a fresh one", Instant.now().plus(Duration.ofDays(2)));
        Rows.execute(
                "update personal_token set created_at = now() - interval '9 days' where id = ?",
                UUID.fromString(fresh));
        Mailbox.await(address, "\"a fresh one\" of your account", 1);
        assertThat(Mailbox.saying(address, "\"ends soon\" of your account")).hasSize(1);
        assertThat(Mailbox.saying(address, "\"ends later\" of your account")).isEmpty();
    }

    @Test
    void onceADayThatSomebodyTriesToSignInAsThem() {
        for (int i = 0; i < 14; i++) {
            anonymous()
                    .contentType(ContentType.JSON)
                    .body(Map.of("username", user.username(), "password", "a wrong guess " + i))
                    .post("/auth/login");
        }

        Mailbox.await(address, "Many sign-ins to your account", 1);
        token("comes after it", Instant.now().plus(Duration.ofDays(30)));
        Mailbox.await(address, "comes after it", 1);
        assertThat(Mailbox.saying(address, "Many sign-ins to your account")).hasSize(1);
    }
}
