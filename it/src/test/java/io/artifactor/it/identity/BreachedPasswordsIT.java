package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that others lost, and those made of the names of the house, are nobody's new one. */
class BreachedPasswordsIT extends ServerTest {

    private static final String CHOSEN = "eighteen green umbrellas";

    private static Response create(String password) {
        return as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("username", "new-" + System.nanoTime(), "password", password))
                .post("/users");
    }

    private static Response change(TestingUser user, String wanted) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("currentPassword", user.password(), "newPassword", wanted))
                .post("/auth/password");
    }

    private static Response give(TestingUser user, String password) {
        return as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .patch("/users/" + as(user).get("/auth/me").path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RunningServer.BREACHED, "leavemealone2026!"})
    void oneThatOthersLostIsRefusedWhereverItIsGiven(String breached) {
        TestingUser user = newUser();

        create(breached)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("password"))
                .body("errors.message", hasItem(containsString("broken into")));
        give(user, breached).then().statusCode(400).body("errors.field", hasItem("password"));
        change(user, breached).then().statusCode(400).body("errors.field", hasItem("newPassword"));
        change(user, CHOSEN).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UmbrellaWorks-26", "Springfield2026!", "umbrella works summer"})
    void namesOfTheHouseMakeNoPassword(String password) {
        create(password)
                .then()
                .statusCode(400)
                .body("errors.message", hasItem(containsString("tried first")));
    }

    @Test
    void withoutTheListNobodyGetsANewPasswordAndEverybodySignsIn() throws IOException {
        TestingUser user = newUser();
        TestingUser admin = administrator();
        Path list = RunningServer.breachedPasswords();
        Path away = Files.move(list, list.resolveSibling("breached-passwords-away"));
        try {
            change(user, CHOSEN).then().statusCode(503).body("code", equalTo("unavailable"));
            create(CHOSEN).then().statusCode(503);
            assertThat(signIn(user.username(), user.password()).token()).isNotBlank();
            state(admin, "degraded");
        } finally {
            Files.move(away, list);
        }
        state(admin, "up");
        change(user, CHOSEN).then().statusCode(204);
    }

    private static void state(TestingUser admin, String state) {
        as(admin)
                .get("/health/detailed")
                .then()
                .body(
                        "dependencies.find { it.name == 'breached-passwords' }.state",
                        equalTo(state));
    }
}
