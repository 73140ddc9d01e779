package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeysIT extends ServerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static String keyOf(String accessToken) {
        try {
            byte[] header = Base64.getUrlDecoder().decode(accessToken.split("\\.")[0]);
            return new ObjectMapper().readTree(header).path("kid").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response login(TestingUser user) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", user.password()))
                .post("/auth/login");
    }

    @Test
    void anotherKeySignsSoonAndTokensOfTheOneBeforeGoOn() {
        TestingUser user = newUser();
        Response made = as(administrator()).post("/admin/signing-keys");
        made.then().statusCode(201);
        String key = made.path("id");

        assertThat(key).isNotEqualTo(keyOf(user.token()));
        await().atMost(SOON).until(() -> keyOf(login(user).path("accessToken")), key::equals);
        as(user).get("/auth/me").then().statusCode(200);
        as(administrator())
                .get("/admin/signing-keys")
                .then()
                .statusCode(200)
                .body("items.find { it.signing }.id", equalTo(key))
                .body("items.id", hasItem(keyOf(user.token())));
    }

    @Test
    void whatAKnownKeySignedIsEndedAtOnceAndRenewed() {
        TestingUser user = newUser();
        Response signedIn = login(user);
        String token = signedIn.path("accessToken");
        as(user).get("/auth/me").then().statusCode(200);

        as(administrator())
                .queryParam("immediately", true)
                .post("/admin/signing-keys")
                .then()
                .statusCode(201)
                .body("signing", equalTo(true));

        anonymous()
                .header("Authorization", "Bearer " + token)
                .get("/auth/me")
                .then()
                .statusCode(401);
        Map<String, String> body = Map.of("refreshToken", signedIn.path("refreshToken"));
        String renewed =
                anonymous()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/auth/refresh")
                        .path("accessToken");
        anonymous()
                .header("Authorization", "Bearer " + renewed)
                .get("/auth/me")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyAdministratorsSeeAndChangeKeys() {
        TestingUser user = newUser();

        as(user).get("/admin/signing-keys").then().statusCode(403);
        as(user).post("/admin/signing-keys").then().statusCode(403);
        anonymous().post("/admin/signing-keys").then().statusCode(401);
    }
}
