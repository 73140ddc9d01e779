package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Security keys beside the password. */
class SecurityKeysIT extends KeyTest {

    private static final int FREE = 10;

    @Test
    void aKeyIsAddedAndAskedForAtTheNextSignIn() throws GeneralSecurityException {
        String other = signIn(Map.of()).path("accessToken");
        there(user)
                .post("/auth/security-keys")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("challenge.length()", equalTo(43))
                .body("rp.id", equalTo("localhost"))
                .body("user.name", equalTo(user.username()))
                .body("attestation", equalTo("none"))
                .body("authenticatorSelection.userVerification", equalTo("preferred"));
        assertThat(add()).hasSize(10);

        assertThat(me(other)).isEqualTo(401);
        assertThat(me(user.token())).isEqualTo(200);
        signIn(Map.of())
                .then()
                .statusCode(401)
                .header("Cache-Control", "no-store")
                .body("kinds", equalTo(List.of("keys")))
                .body("detail", containsString("personal token"))
                .body("keyRequest.rpId", equalTo("localhost"))
                .body("keyRequest.allowCredentials", hasSize(1))
                .body("keyRequest.allowCredentials[0].transports", equalTo(List.of("usb")))
                .body("accessToken", nullValue());
        signInWith(key, 2).then().statusCode(200).body("accessToken", notNullValue());
        there(user)
                .get("/auth/security-keys")
                .then()
                .body("items.name", equalTo(List.of(SoftKey.NAME)))
                .body("items[0].synced", equalTo(false))
                .body("items[0].lastUsedAt", notNullValue());
        assertItIsTheSecondFactor();
        audited("security-key-added", "second-factor-set-up");
    }

    private void assertItIsTheSecondFactor() {
        there(user)
                .get("/auth/second-factor")
                .then()
                .body("activeSince", notNullValue())
                .body("codes", equalTo(false))
                .body("keys", equalTo(1))
                .body("recoveryCodesLeft", equalTo(10));
    }

    @Test
    void whoDoesNotKnowThePasswordIsToldOfNoKey() throws GeneralSecurityException {
        add();
        there().contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", "not the password"))
                .post("/auth/login")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"))
                .body("kinds", nullValue())
                .body("keyRequest", nullValue());
    }

    @Test
    void anAnswerIsGoodOnce() throws GeneralSecurityException {
        add();
        Map<String, String> answer = key.count(2).sign(here, challenge());
        signIn(Map.of("key", answer)).then().statusCode(200);

        isRefused(signIn(Map.of("key", answer)));
        // Nor is its challenge, whatever else it signs.
        String challenge = challenge();
        signIn(Map.of("key", key.count(3).sign(here, challenge))).then().statusCode(200);
        isRefused(signIn(Map.of("key", key.count(4).sign(here, challenge))));
    }

    @Test
    void anAnswerToWhatWasNotAskedIsRefused() throws GeneralSecurityException, SQLException {
        add();
        isRefused(signIn(Map.of("key", key.count(2).sign(here, "AAAAAAAAAAAAAAAAAAAAAA"))));
        // What another key of the caller is to be added with is for that alone.
        String offered = there(user).post("/auth/security-keys").path("challenge");
        isRefused(signIn(Map.of("key", key.count(2).sign(here, offered))));

        String late = challenge();
        Rows.execute(
                "update key_challenge set expires_at = now() - interval '1 second' where user_id = "
                        + OF_NAME,
                user.username());
        isRefused(signIn(Map.of("key", key.count(2).sign(here, late))));
        signInWith(key, 2).then().statusCode(200);
        audited("sign-in-refused");
    }

    @Test
    void nobodysKeyIsAnothers() throws GeneralSecurityException {
        add();
        SoftKey mine = key;
        SecurityKeysIT another = new SecurityKeysIT();
        another.make();
        another.add();

        isRefused(signInWith(another.key, 2));
        isRefused(signIn(Map.of("key", mine.count(2).sign(here, another.challenge()))));
        // Nor is it added twice.
        another.register(mine, here).then().statusCode(409);
        signInWith(mine, 2).then().statusCode(200);
    }

    @Test
    void aPageElsewhereGetsNobodyIn() throws GeneralSecurityException {
        add();
        SoftKey.Site evil = new SoftKey.Site("localhost", "https://localhost.evil.example");
        isRefused(signIn(Map.of("key", key.count(2).sign(evil, challenge()))));
        register(new SoftKey(), evil).then().statusCode(400);
    }

    @Test
    void aCountThatGoesBackIsRefusedAndNoted() throws GeneralSecurityException {
        add();
        signInWith(key, 9).then().statusCode(200);

        isRefused(signInWith(key, 4));

        as(administrator())
                .queryParam("subject", "user:" + id(user))
                .get("/audit")
                .then()
                .body("items.detail.reason", hasItem("key-counter-back"));
    }

    @Test
    void wrongAnswersAreSlowedDownAsWrongCodesAre() throws GeneralSecurityException, SQLException {
        add();
        SoftKey stranger = new SoftKey();
        for (int i = 0; i < FREE; i++) {
            isRefused(signInWith(stranger, 1));
        }

        assertThat(
                        Rows.count(
                                "select coalesce(sum(failures), 0) from sign_in_failure where lane ="
                                        + " 'account ' || encode(sha256(convert_to(lower(?),"
                                        + " 'UTF8')), 'hex')",
                                user.username()))
                .isEqualTo(FREE);
    }

    @Test
    void aRecoveryCodeStandsInForALostKey() throws GeneralSecurityException {
        String code = add().getFirst();

        signIn(Map.of("code", code)).then().statusCode(200);
        isRefused(signIn(Map.of("code", code)));
    }

    @Test
    void codesAndKeysStandBesideEachOther() throws GeneralSecurityException, SQLException {
        add();
        Response without = send(user, "second-factor", Map.of("password", user.password()));
        without.then().statusCode(400);
        String secret =
                send(user, "second-factor", proof(2))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("secret");
        Authenticator phone = new Authenticator(secret);
        send(user, "second-factor/confirmation", Map.of("code", phone.code()))
                .then()
                .statusCode(200)
                .body("recoveryCodes", empty());
        letTimePass(user);

        signIn(Map.of()).then().body("kinds", equalTo(List.of("codes", "keys")));
        signIn(Map.of("code", phone.code())).then().statusCode(200);
        signInWith(key, 3).then().statusCode(200);
        send(user, "second-factor/removal", proof(4)).then().statusCode(204);
        there(user)
                .get("/auth/second-factor")
                .then()
                .body("codes", equalTo(false))
                .body("recoveryCodesLeft", equalTo(10));
        signInWith(key, 5).then().statusCode(200);
        audited("one-time-codes-set-up", "one-time-codes-removed");
    }

    @Test
    void aSignInIsConfirmedWithAKey() throws GeneralSecurityException, SQLException {
        add();
        Rows.execute(
                "update refresh_token set started_at = started_at - interval '20 minutes' where"
                        + " user_id = "
                        + OF_NAME,
                user.username());
        there(user)
                .post("/auth/security-keys")
                .then()
                .statusCode(403)
                .body("code", equalTo("confirmation-required"));
        send(user, "confirmation", Map.of("password", user.password())).then().statusCode(400);
        Map<String, Object> wrong = new HashMap<>(proof(1));
        send(user, "confirmation", wrong).then().statusCode(400);

        send(user, "confirmation", proof(2)).then().statusCode(200);
        there(user).post("/auth/security-keys").then().statusCode(200);
    }

    @Test
    void withTheLastKeyGoneThePasswordIsEnough() throws GeneralSecurityException {
        add();
        String id = there(user).get("/auth/security-keys").path("items[0].id");
        as(newUser()).delete("/auth/security-keys/" + id).then().statusCode(404);

        there(user).delete("/auth/security-keys/" + id).then().statusCode(204);

        signIn(Map.of()).then().statusCode(200);
        there(user).get("/auth/second-factor").then().body("recoveryCodesLeft", equalTo(0));
        there(user).delete("/auth/security-keys/" + id).then().statusCode(404);
        audited("security-key-removed", "second-factor-removed");
    }

    @Test
    void administratorsRemoveTheKeysOfWhoLostThem() throws GeneralSecurityException {
        add();
        String account = "/users/" + id(user);
        as(administrator()).get(account).then().body("secondFactor", equalTo(true));

        as(administrator()).delete(account + "/second-factor").then().statusCode(204);

        as(administrator()).get(account).then().body("secondFactor", equalTo(false));
        signIn(Map.of()).then().statusCode(200);
    }

    @Test
    void aPersonalTokenChangesNone() throws GeneralSecurityException {
        TestingUser token = lasting(user);
        there(token).post("/auth/security-keys").then().statusCode(403);
        there(token).get("/auth/security-keys").then().statusCode(403);
    }

    @Test
    void anAddressThatIsANumberTakesNoKeys() {
        as(user).post("/auth/security-keys")
                .then()
                .statusCode(409)
                .body("detail", containsString("ARTIFACTOR_PUBLIC_URL"));
    }
}
