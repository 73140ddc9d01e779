package io.artifactor.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand guesses from many addresses over every way in, and the owner in between. */
class FloodOfGuessesIT extends ServerTest {

    private static final int GUESSES = 2_000;
    private static final int ADDRESSES = 50;

    /** Tokens are guessed from fewer: a stranger may ask five times as much of the rest. */
    private static final int OF_TOKENS = 8;

    /** Of the owner meanwhile. */
    private static final int SIGN_INS = 20;

    private static final int SIGN_INS_A_MINUTE = 20;
    private static final int REQUESTS_A_MINUTE = 100;
    private static final int FREE_PER_ACCOUNT = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> addresses = freshAddresses();
    private final Map<String, Map<Integer, AtomicInteger>> answers = new ConcurrentHashMap<>();

    private static List<String> freshAddresses() {
        int network = ThreadLocalRandom.current().nextInt(256);
        int part = ThreadLocalRandom.current().nextInt(256);
        return IntStream.rangeClosed(1, ADDRESSES)
                .mapToObj(i -> "100.%d.%d.%d".formatted(network, part, i))
                .toList();
    }

    private static String secret(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static HttpRequest.Builder request(String path, String address) {
        return HttpRequest.newBuilder(URI.create(RunningServer.stack().url() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address);
    }

    private Void guess(String way, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        int status = answer.statusCode();
        if (status == 429) {
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        }
        answers.computeIfAbsent(way, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, key -> new AtomicInteger())
                .incrementAndGet();
        return null;
    }

    private Callable<Void> post(String path, String body, int number) {
        HttpRequest request =
                request(path, addresses.get(number % ADDRESSES))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return () -> guess(path, request);
    }

    private Callable<Void> token(int number) {
        HttpRequest request =
                request("/auth/me", addresses.get(number % OF_TOKENS))
                        .header("Authorization", "Bearer " + secret("art_"))
                        .build();
        return () -> guess("/auth/me", request);
    }

    private List<Callable<Void>> guesses(TestingUser victim) {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < GUESSES; i++) {
            String login =
                    "{\"username\":\"%s\",\"password\":\"guess number %d\"}"
                            .formatted(victim.username(), i);
            String refresh = "{\"refreshToken\":\"" + secret("arr_") + "\"}";
            String redeem =
                    "{\"token\":\"%s\",\"newPassword\":\"an entirely new %d\"}"
                            .formatted(secret("arp_"), i);
            all.add(post("/auth/login", login, i));
            all.add(post("/auth/browser", login, i));
            all.add(post("/auth/refresh", refresh, i));
            all.add(post("/auth/password-resets/redeem", redeem, i));
            all.add(token(i));
        }
        return all;
    }

    private Map<Integer, AtomicInteger> answersTo(String way) {
        return Objects.requireNonNull(answers.get(way), way);
    }

    private int count(String way, int status) {
        return answersTo(way).getOrDefault(status, new AtomicInteger()).get();
    }

    private static Response signIn(TestingUser user, String device) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "username",
                                user.username(),
                                "password",
                                user.password(),
                                "deviceToken",
                                device))
                .post("/auth/login");
    }

    @Test
    void thousandsOfGuessesAreHeldUpAndTheOwnerIsNot() throws Exception {
        TestingUser victim = newUser();
        String device = signIn(victim, "").path("deviceToken");
        List<Callable<Void>> guesses = guesses(victim);
        long start = System.nanoTime();
        int signedIn = 0;

        try (ExecutorService attackers = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> running = guesses.stream().map(attackers::submit).toList();
            while (signedIn < SIGN_INS && running.stream().anyMatch(guess -> !guess.isDone())) {
                signIn(victim, device).then().statusCode(200);
                signedIn++;
            }
            for (Future<Void> guess : running) {
                guess.get();
            }
        }

        double minutes = (System.nanoTime() - start) / 60e9;
        signIn(victim, device).then().statusCode(200);
        assertThat(signedIn).isPositive();
        assertHeldUp(minutes);
        assertThat(linesAbout(victim)).isLessThan(3L * FREE_PER_ACCOUNT);
    }

    private void assertHeldUp(double minutes) {
        List<String> ways =
                List.of(
                        "/auth/login",
                        "/auth/browser",
                        "/auth/refresh",
                        "/auth/password-resets/redeem");
        int looked = 0;
        for (String way : ways) {
            int refused = way.endsWith("redeem") ? 400 : 401;
            // So many at once may be turned away unlooked at, too.
            assertThat(answersTo(way).keySet()).as(way).isSubsetOf(refused, 429, 503);
            looked += count(way, refused);
        }
        // What is given back meanwhile, and what was on its way.
        assertThat(looked)
                .isLessThanOrEqualTo((int) (ADDRESSES * (SIGN_INS_A_MINUTE * (1 + minutes) + 2)));
        // Ten at once, by whatever way; then one after 1, 2, 4, … seconds.
        assertThat(count("/auth/login", 401) + count("/auth/browser", 401))
                .isBetween(1, FREE_PER_ACCOUNT + 12);
        assertThat(answersTo("/auth/me").keySet()).isSubsetOf(401, 429);
        assertThat(count("/auth/me", 401))
                .isLessThanOrEqualTo((int) (OF_TOKENS * (REQUESTS_A_MINUTE * (1 + minutes) + 5)));
    }

    /** Refusals noted, so many that a flood fills no disk. */
    private static long linesAbout(TestingUser user) throws Exception {
        return Rows.count(
                """
                select count(*) from audit_entry e
                join app_user u on e.subject = 'user:' || u.id
                where u.username = ? and e.action = 'sign-in-refused'
                """,
                user.username());
    }
}
