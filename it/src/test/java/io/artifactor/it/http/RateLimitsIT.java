package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks too often is told when to come back. */
class RateLimitsIT extends ServerTest {

    private static String freshAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "203.%d.%d.%d"
                .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private static Response refreshFrom(String address) {
        return anonymous()
                .header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", "nonsense"))
                .post("/auth/refresh");
    }

    @Test
    void attemptsToSignInAreLimitedByAddress() {
        String address = freshAddress();
        Response answer = refreshFrom(address);
        answer.then()
                .statusCode(401)
                .header("RateLimit-Policy", "\"sign-in\";q=20;w=60")
                .header("RateLimit-Limit", "20")
                .header("RateLimit-Remaining", "19");
        for (int i = 0; i < 40 && answer.statusCode() == 401; i++) {
            answer = refreshFrom(address);
        }

        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("too-many-requests"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("RateLimit")).startsWith("\"sign-in\";r=0;t=");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        refreshFrom(freshAddress()).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"login", "browser", "refresh", "password-resets", "password-resets/redeem"})
    void everyWayInIsLimitedAsOne(String way) {
        anonymous()
                .header("X-Forwarded-For", freshAddress())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/auth/" + way)
                .then()
                .statusCode(400)
                .header("RateLimit-Policy", "\"sign-in\";q=20;w=60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/refresh",
                "/api/v1/auth/refresh/",
                "/api/v1/auth/refresh;a=b",
                "/api;a=b/v1/auth;a=b/refresh",
                "/api/v1/auth/%72efresh",
                "/%61pi/v1/auth/refresh",
                "//api/v1/auth//refresh",
                "/api/v1/auth/./refresh",
                "/x/../api/v1/x/../auth/refresh"
            })
    void anAttemptIsOneHoweverItsPathIsSpelled(String path) throws Exception {
        URI uri = URI.create(RunningServer.stack().url() + path);
        HttpRequest attempt =
                HttpRequest.newBuilder(uri)
                        .header("X-Forwarded-For", freshAddress())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"refreshToken\":\"nonsense\"}"))
                        .build();

        HttpResponse<Void> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(attempt, BodyHandlers.discarding());
        }

        // Where there is nothing, nobody signs in.
        assertThat(answer.statusCode()).isIn(401, 400, 404);
        if (answer.statusCode() == 401) {
            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .contains("\"sign-in\";q=20;w=60");
        }
    }

    @Test
    void strangersAreLimitedByAddressAndUsersByTheirAccount() {
        TestingUser user = newUser();
        String address = freshAddress();

        anonymous()
                .header("X-Forwarded-For", address)
                .get("/health")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"anonymous\";q=100;w=60");
        RequestSpecification signedIn = as(user).header("X-Forwarded-For", address);
        signedIn.get("/artifacts")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"user\";q=1000;w=60")
                .header("RateLimit-Remaining", "999");
    }

    @Test
    void aTokenThatIsNotValidCountsAsAStranger() {
        anonymous()
                .header("X-Forwarded-For", freshAddress())
                .header("Authorization", "Bearer nonsense")
                .get("/artifacts")
                .then()
                .statusCode(401)
                .header("RateLimit-Limit", "100");
    }

    @Test
    void strangersAreTurnedAway() {
        String address = freshAddress();
        int taken = 0;
        Response answer;
        do {
            answer = anonymous().header("X-Forwarded-For", address).get("/artifacts");
            taken++;
        } while (answer.statusCode() == 401 && taken < 1_000);

        answer.then().statusCode(429);
        assertThat(taken).isGreaterThan(100);
    }

    @Test
    void exemptAddressesAreNotCounted() {
        assertThat(anonymous().get("/health").headers().hasHeaderWithName("RateLimit")).isFalse();
    }
}
