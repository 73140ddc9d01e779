package io.artifactor.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guesses, sign-ins and the keys behind them are the same on all servers. */
abstract class SignInsOverNodes extends OverNodes {

    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static final int FREE_PER_ACCOUNT = 10;

    private static List<String> servers() {
        return List.of(nodes().first(), nodes().second(), RunningServer.stack().url());
    }

    private static Response post(String server, String path, Map<String, String> body) {
        return anonymous().baseUri(server).contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response login(String server, String username, String password) {
        return post(server, "/auth/login", Map.of("username", username, "password", password));
    }

    private static Response login(String server, TestingUser user) {
        Response answer = login(server, user.username(), user.password());
        answer.then().statusCode(200);
        return answer;
    }

    private static int me(String server, String token) {
        return anonymous()
                .baseUri(server)
                .header("Authorization", "Bearer " + token)
                .get("/auth/me")
                .statusCode();
    }

    private static void awaitEverywhere(String token, int status) {
        for (String server : servers()) {
            await().atMost(PROMISED).until(() -> me(server, token) == status);
        }
    }

    @Test
    void guessesAtAllServersCountTogether() throws Exception {
        String name = "nobody-" + System.nanoTime();
        // Fewer at each than would make one alone refuse any.
        int guesses = servers().size() * (FREE_PER_ACCOUNT - 1);
        List<Callable<Integer>> all =
                IntStream.range(0, guesses)
                        .<Callable<Integer>>mapToObj(i -> {
                            String server = servers().get(i % servers().size());
                            return () -> login(server, name, "a guess").statusCode();
                        })
                        .toList();
        int looked = 0;
        try (ExecutorService guessers = Executors.newFixedThreadPool(3)) {
            for (Future<Integer> answer : guessers.invokeAll(all)) {
                assertThat(answer.get()).isIn(401, 429);
                looked += answer.get() == 401 ? 1 : 0;
            }
        }

        // Then one after 1, 2, 4, … seconds.
        assertThat(looked).isBetween(FREE_PER_ACCOUNT, FREE_PER_ACCOUNT + 6);
    }

    @Test
    void aDeviceKnownToOneServerIsKnownToAll() {
        TestingUser user = newUser();
        String device = login(servers().get(0), user).path("deviceToken");
        for (int i = 0; i < FREE_PER_ACCOUNT; i++) {
            login(servers().get(2), user.username(), "a wrong guess").then().statusCode(401);
        }
        Map<String, String> own =
                Map.of(
                        "username",
                        user.username(),
                        "password",
                        user.password(),
                        "deviceToken",
                        device);

        login(servers().get(1), user.username(), user.password()).then().statusCode(429);
        post(servers().get(1), "/auth/login", own).then().statusCode(200);
    }

    @Test
    void aSignInEndedHereIsOverEverywhere() {
        TestingUser user = newUser();
        String lost = login(servers().get(1), user).path("accessToken");
        awaitEverywhere(lost, 200);

        as(user).baseUri(servers().get(0)).delete("/auth/sessions").then().statusCode(204);

        awaitEverywhere(lost, 401);
        as(user).baseUri(servers().get(1))
                .get("/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void aStolenRefreshTokenEndsItsSignInEverywhere() {
        TestingUser user = newUser();
        Response signedIn = login(servers().get(0), user);
        Map<String, String> refresh = Map.of("refreshToken", signedIn.path("refreshToken"));
        String renewed =
                post(servers().get(1), "/auth/refresh", refresh)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("accessToken");
        awaitEverywhere(renewed, 200);

        post(servers().get(0), "/auth/refresh", refresh).then().statusCode(401);

        awaitEverywhere(renewed, 401);
    }

    @Test
    void aNewKeyIsAcceptedAndAKnownOneRefusedEverywhere() {
        TestingUser user = newUser();
        String before = login(servers().get(0), user).path("accessToken");
        awaitEverywhere(before, 200);

        as(administrator())
                .baseUri(servers().get(0))
                .queryParam("immediately", true)
                .post("/admin/signing-keys")
                .then()
                .statusCode(201);

        awaitEverywhere(before, 401);
        String after = login(servers().get(0), user).path("accessToken");
        awaitEverywhere(after, 200);
    }
}
