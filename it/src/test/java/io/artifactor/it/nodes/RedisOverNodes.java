package io.artifactor.it.nodes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Servers that share a Redis answer as before while it is away, held or filled with nonsense, and
 * count with it what they are asked.
 */
abstract class RedisOverNodes extends SignInsOverNodes {

    /** The three seconds, and what a busy machine adds. */
    static final Duration PROMISED = Duration.ofSeconds(6);

    private static final Duration UNHURRIED = Duration.ofSeconds(60);

    @AfterEach
    void makeRedisWholeAgain() {
        nodes().redis().ask(it -> it.flushall());
        await().atMost(UNHURRIED)
                .until(() ->
                        Stream.of(nodes().first(), nodes().second())
                                .allMatch(it -> redisAt(it).equals("up")));
    }

    @Test
    void requestsToBothServersCountTogether() throws Exception {
        TestingUser user = newUser();
        long start = System.nanoTime();

        long granted = grantedOf(4 * Nodes.USER_LIMIT, user);

        double minutes = (System.nanoTime() - start) / 60e9;
        // What is given back meanwhile, and what was on its way.
        assertThat(granted)
                .isBetween((long) Nodes.USER_LIMIT, (long) (Nodes.USER_LIMIT * (1 + minutes)) + 10);
    }

    /** How many of so many requests, alternately to both servers, were not refused. */
    private static long grantedOf(int requests, TestingUser user) throws Exception {
        String address = freshAddress();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            String node = i % 2 == 0 ? nodes().first() : nodes().second();
            all.add(() ->
                    at(node, user)
                            .header("X-Forwarded-For", address)
                            .get("/categories")
                            .statusCode());
        }
        long granted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(all)) {
                assertThat(answer.get()).isIn(200, 429);
                granted += answer.get() == 200 ? 1 : 0;
            }
        }
        return granted;
    }

    @Test
    void attemptsToSignInCountTogetherAlsoWithoutRedis() {
        nodes().redis().kill();
        try {
            String address = freshAddress();
            List<String> servers =
                    List.of(nodes().first(), nodes().second(), RunningServer.stack().url());
            int refused = 0;
            for (int i = 0; i < 45; i++) {
                Response answer =
                        anonymous()
                                .baseUri(servers.get(i % servers.size()))
                                .header("X-Forwarded-For", address)
                                .contentType(ContentType.JSON)
                                .body(Map.of("refreshToken", "nonsense"))
                                .post("/auth/refresh");
                assertThat(answer.statusCode()).isIn(401, 429);
                refused += answer.statusCode() == 429 ? 1 : 0;
            }

            // 20 a minute of all, and one more every three seconds.
            assertThat(refused).isGreaterThanOrEqualTo(15);
        } finally {
            nodes().redis().start();
        }
    }

    @Test
    void withRedisKilledInMidTrafficEveryRequestIsAnswered() throws Exception {
        TestingUser user = newUser();
        List<Integer> answers =
                during(
                        user,
                        () -> {
                            nodes().redis().kill();
                            await().atMost(UNHURRIED)
                                    .until(() -> redisAt(nodes().first()).equals("degraded"));
                            nodes().redis().start();
                            await().atMost(UNHURRIED)
                                    .until(() -> redisAt(nodes().first()).equals("up"));
                        });

        assertThat(answers).hasSizeGreaterThan(20).containsOnly(200);
    }

    @Test
    void withRedisHeldEveryRequestIsAnsweredAndNothingIsStaleAfterwards() throws Exception {
        TestingUser user = newUser();
        TestingUser leaver = newUser();
        assertThat(me(nodes().second(), leaver)).isEqualTo(200);
        List<Integer> answers =
                during(
                        user,
                        () -> {
                            nodes().redis().hold();
                            try {
                                deactivate(nodes().first(), leaver);
                                await().atMost(PROMISED.plusSeconds(2))
                                        .until(() -> me(nodes().second(), leaver) == 401);
                                given().baseUri(nodes().first())
                                        .get("/health/ready")
                                        .then()
                                        .statusCode(200);
                            } finally {
                                nodes().redis().goOn();
                            }
                            await().atMost(UNHURRIED)
                                    .until(() -> redisAt(nodes().second()).equals("up"));
                            assertThat(me(nodes().second(), leaver)).isEqualTo(401);
                        });

        assertThat(answers).hasSizeGreaterThan(10).containsOnly(200);
    }

    /** The answers both servers give while something happens to Redis. */
    private static List<Integer> during(TestingUser user, Runnable happening) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<List<Integer>>> clients = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (String node : List.of(nodes().first(), nodes().second())) {
                clients.add(
                        threads.submit(() -> {
                            List<Integer> codes = new ArrayList<>();
                            while (!over.get()) {
                                codes.add(at(node, user).get("/artifacts").statusCode());
                            }
                            return codes;
                        }));
            }
            try {
                happening.run();
            } finally {
                over.set(true);
            }
            for (Future<List<Integer>> client : clients) {
                answers.addAll(client.get());
            }
        }
        return answers;
    }

    @Test
    void nonsenseInRedisIsNoError() {
        TestingUser user = newUser();
        String address = freshAddress();
        for (int round = 0; round < 8; round++) {
            spoil(round);
            for (String node : List.of(nodes().first(), nodes().second())) {
                at(node, user)
                        .header("X-Forwarded-For", address)
                        .get("/artifacts")
                        .then()
                        .statusCode(200);
            }
        }
    }

    /** Puts something else under every key there is. */
    private static void spoil(int round) {
        nodes().redis()
                .ask(redis -> {
                    for (String key : redis.keys("artifactor:*")) {
                        redis.del(key);
                        switch (round % 4) {
                            case 0 -> redis.set(key, "nonsense");
                            case 1 -> redis.lpush(key, "a", "b");
                            case 2 -> redis.set(key, "");
                            default -> redis.set(key, "\u0001\u0000\u0000 99999999999999 {}");
                        }
                    }
                    redis.publish("artifactor:changes", "nonsense");
                    redis.publish("artifactor:changes", "x sessions ");
                    return round;
                });
    }

    @Test
    void whoeverWritesToRedisMakesNobodyAnAdministrator() {
        TestingUser user = newUser();
        String id = idOf(user);
        // Nobody has asked for this one before, so what is found goes to Redis.
        TestingUser other = newUser(Set.of("admin"));
        String adminId = idOf(other);
        assertThat(me(nodes().first(), other)).isEqualTo(200);
        assertThat(me(nodes().first(), user)).isEqualTo(200);

        int copied =
                nodes().redis()
                        .ask(redis -> {
                            List<String> theirs =
                                    redis.keys("artifactor:answer:sessions:*:" + adminId + ":*");
                            List<String> ours =
                                    redis.keys("artifactor:answer:sessions:*:" + id + ":*");
                            ours.forEach(key -> redis.set(key, redis.get(theirs.getFirst())));
                            return ours.size();
                        });

        assertThat(copied).isPositive();
        at(nodes().second(), user).get("/users").then().statusCode(403);
    }
}
