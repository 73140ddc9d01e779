package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody guesses a code, or goes around it. */
class SecondFactorGuardIT extends FactorTest {

    private static final int FREE = 10;
    private static final String OF_ACCOUNT =
            " where lane = 'account ' || encode(sha256(convert_to(lower(?), 'UTF8')), 'hex')";

    private final TestingUser user = newUser();

    private static void change(TestingUser user, Map<String, ?> patch) {
        as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(patch)
                .patch("/users/" + id(user))
                .then()
                .statusCode(200);
    }

    private static long failures(TestingUser user) throws SQLException {
        return Rows.count(
                "select coalesce(sum(failures), 0) from sign_in_failure" + OF_ACCOUNT,
                user.username());
    }

    private static void guess(TestingUser user, int times) {
        for (int i = 0; i < times; i++) {
            login(user, "%06d".formatted(i)).then().statusCode(401);
        }
    }

    @Test
    void wrongCodesAreSlowedDownAsWrongPasswordsAre() throws SQLException {
        Protected owner = protect(user);
        guess(user, FREE);
        assertThat(failures(user)).isEqualTo(FREE);
        // As if it had gone on for a while: half a minute to wait.
        Rows.execute(
                "update sign_in_failure set failures = 15, last_at = now()" + OF_ACCOUNT,
                user.username());

        login(user, owner.phone().code())
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"));
    }

    @Test
    void aRightPasswordWithoutACodeNeitherCountsNorForgives() throws SQLException {
        Protected owner = protect(user);
        guess(user, 3);

        for (int i = 0; i < 3; i++) {
            login(user, null).then().body("code", equalTo("second-factor-required"));
        }

        assertThat(failures(user)).isEqualTo(3);
        login(user, owner.phone().code()).then().statusCode(200);
        assertThat(failures(user)).isZero();
    }

    @Test
    void codesAreNotGuessedFromInsideEither() throws SQLException {
        protect(user);
        Map<String, String> wrong = Map.of("password", user.password(), "code", "123456");
        int refused = 0;
        for (int i = 0; i < FREE + 5; i++) {
            int status = post(user, "/removal", wrong).statusCode();
            assertThat(status).isIn(400, 429);
            refused += status == 429 ? 1 : 0;
        }

        assertThat(refused).isPositive();
        // The right password alone opens no new way to guess.
        as(user).contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "currentPassword",
                                user.password(),
                                "newPassword",
                                "an entirely new one"))
                .post("/auth/password")
                .then()
                .statusCode(204);
        assertThat(
                        Rows.count(
                                "select failures from sign_in_failure where lane = 'factor ' || "
                                        + OF_NAME,
                                user.username()))
                .isGreaterThanOrEqualTo(FREE);
    }

    @Test
    void aNewPasswordByMailDoesNotGoAroundIt() throws SQLException {
        String address = user.username() + "@example.org";
        change(user, Map.of("email", address));
        Protected owner = protect(user);
        guess(user, 4);
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("login", address))
                .post("/auth/password-resets")
                .then()
                .statusCode(204);
        String chosen = "a password of whoever reads the mail";
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("token", Mailbox.token(address, 1), "newPassword", chosen))
                .post("/auth/password-resets/redeem")
                .then()
                .statusCode(204);

        login(user.username(), chosen, null)
                .then()
                .statusCode(401)
                .body("code", equalTo("second-factor-required"));
        // Nor does it give more guesses.
        assertThat(failures(user)).isEqualTo(4);
        login(user.username(), chosen, owner.phone().code()).then().statusCode(200);
    }

    @Test
    void aDeactivatedAccountIsToldNothing() throws SQLException {
        Protected owner = protect(user);
        change(user, Map.of("active", false));
        String unknown = login("nobody-of-this-name", "a password", null).path("detail");

        login(user, null)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"))
                .body("detail", equalTo(unknown));
        login(user, owner.phone().code())
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void theOwnerIsToldByMailAndTheLogOfEachAct() throws SQLException {
        String address = user.username() + "@example.org";
        change(user, Map.of("email", address));
        Protected owner = protect(user);
        login(user, owner.recoveryCodes().getFirst()).then().statusCode(200);
        post(user, "/removal", Map.of("password", user.password(), "code", owner.phone().code()))
                .then()
                .statusCode(204);

        Mailbox.await(address, "asks for a second factor", 1);
        Mailbox.await(address, "One of the recovery codes", 1);
        assertThat(Mailbox.await(address, "The second factor of your account", 1))
                .singleElement()
                .asString()
                .contains(user.username(), "/reset-password/");
        as(administrator())
                .queryParam("subject", "user:" + id(user))
                .get("/audit")
                .then()
                .body("items.action", hasItem("second-factor-set-up"))
                .body("items.action", hasItem("recovery-code-used"))
                .body("items.action", hasItem("second-factor-removed"));
    }

    /** Nobody is shut out for good by a key that was replaced: the codes on paper still work. */
    @Test
    void aSecretThatDoesNotOpenRefusesEveryCodeButThoseOnPaper() throws SQLException {
        Protected owner = protect(user);
        Rows.execute(
                "update second_factor set secret = decode('00', 'hex') where user_id = " + OF_NAME,
                user.username());

        login(user, owner.phone().code()).then().statusCode(401);
        login(user, owner.recoveryCodes().getFirst()).then().statusCode(200);
    }

    @Test
    void theStatementsOfTheManualLetALockedOutAdministratorIn() throws SQLException, IOException {
        protect(user);
        List<String> statements =
                Files.readAllLines(Path.of("..", "docs", "operating.md")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("delete from "))
                        .toList();
        assertThat(statements).hasSize(3);

        Rows.execute(String.join("\n", statements).replace("'admin'", "?"), user.username());

        login(user, null).then().statusCode(200);
        as(user).get("/auth/second-factor").then().body("recoveryCodesLeft", equalTo(0));
    }
}
