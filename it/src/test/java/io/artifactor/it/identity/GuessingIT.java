package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.launcher.Endpoint;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuessingIT extends ServerTest {

    private static final int FREE = 10;
    private static final String OF_ACCOUNT =
            "lane = 'account ' || encode(sha256(convert_to(lower(?), 'UTF8')), 'hex')";

    private static Response login(String username, String password, @Nullable String device) {
        Map<String, String> body =
                new HashMap<>(Map.of("username", username, "password", password));
        if (device != null) {
            body.put("deviceToken", device);
        }
        return anonymous().contentType(ContentType.JSON).body(body).post("/auth/login");
    }

    private static void guess(String username) {
        for (int i = 0; i < FREE; i++) {
            login(username, "a wrong guess " + i, null).then().statusCode(401);
        }
    }

    /** As if the guessing had gone on for a while: half a minute to wait. */
    private static void guessOn(String username) throws SQLException {
        guess(username);
        try (Connection connection = connect();
                PreparedStatement update =
                        connection.prepareStatement(
                                "update sign_in_failure set failures = 15, last_at = now() where "
                                        + OF_ACCOUNT)) {
            update.setString(1, username);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static int failures(String username) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select failures from sign_in_failure where " + OF_ACCOUNT)) {
            select.setString(1, username);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static Connection connect() throws SQLException {
        Endpoint database = RunningServer.stack().database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Test
    void afterManyWrongPasswordsEvenTheRightOneHasToWait() throws SQLException {
        TestingUser user = newUser();
        guessOn(user.username());

        Response answer = login(user.username(), user.password(), null);

        answer.then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"))
                .body("retryAfter", greaterThan(1));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(2, 32);
    }

    @Test
    void theOwnerSignsInFromADeviceTheAccountKnows() throws SQLException {
        TestingUser user = newUser();
        Response before = login(user.username(), user.password(), null);
        before.then().statusCode(200).body("deviceToken", notNullValue());
        guessOn(user.username());

        login(user.username(), user.password(), before.path("deviceToken"))
                .then()
                .statusCode(200)
                .body("deviceToken", notNullValue());
        login(user.username(), user.password(), null).then().statusCode(429);
    }

    @Test
    void theDeviceOfAnotherAccountIsAStrangers() throws SQLException {
        TestingUser attacker = newUser();
        String device = login(attacker.username(), attacker.password(), null).path("deviceToken");
        TestingUser victim = newUser();
        guessOn(victim.username());

        login(victim.username(), victim.password(), device).then().statusCode(429);
    }

    @Test
    void aNameNobodyHasIsToldTheSame() throws SQLException {
        String nobody = "nobody-" + System.nanoTime();
        TestingUser user = newUser();
        guessOn(nobody);
        guessOn(user.username());

        Response unknown = login(nobody, "another guess", null);
        Response known = login(user.username(), "another guess", null);

        assertThat(unknown.statusCode()).isEqualTo(429).isEqualTo(known.statusCode());
        assertThat(unknown.<String>path("detail").replaceAll("\\d+", "N"))
                .isEqualTo(known.<String>path("detail").replaceAll("\\d+", "N"));
    }

    @Test
    void theRightPasswordForgivesSlips() throws SQLException {
        TestingUser user = newUser();
        for (int i = 0; i < 3; i++) {
            login(user.username(), "a slip", null).then().statusCode(401);
        }
        assertThat(failures(user.username())).isEqualTo(3);

        login(user.username(), user.password(), null).then().statusCode(200);

        assertThat(failures(user.username())).isZero();
    }

    @Test
    void whoHasToWaitDoesNotMakeItLonger() throws SQLException {
        TestingUser user = newUser();
        guessOn(user.username());

        for (int i = 0; i < 5; i++) {
            login(user.username(), "another guess", null).then().statusCode(429);
        }

        assertThat(failures(user.username())).isEqualTo(15);
    }

    @Test
    void guessesAtOnceDoNotSlipThrough() throws Exception {
        String name = "nobody-" + System.nanoTime();
        long checked = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(5)) {
            var guesses =
                    IntStream.range(0, 30)
                            .mapToObj(i -> clients.submit(() -> login(name, "guess", null)))
                            .toList();
            for (Future<Response> guess : guesses) {
                checked += guess.get().statusCode() == 401 ? 1 : 0;
            }
        }

        assertThat(checked).isBetween((long) FREE, FREE + 4L);
    }

    @Test
    void theCurrentPasswordCannotBeGuessedEither() throws SQLException {
        TestingUser user = newUser();
        Map<String, String> body =
                Map.of("currentPassword", "a guess", "newPassword", "an entirely new one");
        int refused = 0;
        for (int i = 0; i < FREE + 5; i++) {
            int status =
                    as(user).contentType(ContentType.JSON)
                            .body(body)
                            .post("/auth/password")
                            .statusCode();
            assertThat(status).isIn(400, 429);
            refused += status == 429 ? 1 : 0;
        }

        assertThat(refused).isPositive();
    }
}
