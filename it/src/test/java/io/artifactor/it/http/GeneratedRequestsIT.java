package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests that are nearly right, from the description of the interface: none makes
 * the server fail, say how it is built, or take long.
 */
class GeneratedRequestsIT extends ServerTest {

    private static final int REQUESTS = Integer.getInteger("it.requests", 10_000);
    private static final int CONNECTIONS = 4;

    /** After so many a new user comes: one of the requests may have ended their session. */
    private static final int OF_ONE_USER = 500;

    private static final Duration BOUND = Duration.ofSeconds(5);

    private static final Pattern STACK =
            Pattern.compile(
                    "(?m)^\\s*at [\\w.$]+\\(|\\b(java|jakarta|org\\.\\w+|io\\.artifactor)\\.[\\w.]*Exception");

    private record Sent(RawRequest request, RawRequest.Answer answer) {}

    @Test
    void nothingThatIsNearlyRightMakesTheServerFail()
            throws InterruptedException, ExecutionException {
        TestingUser bystander = newUser();
        String kept = artifactOf(bystander);
        RequestForge forge = new RequestForge(described().document());
        assertThat(forge.operations()).isGreaterThan(80);

        List<Sent> sent = sendAll(forge);

        assertThat(sent).hasSize(REQUESTS);
        assertThat(sent)
                .filteredOn(it -> it.answer().status() >= 500 || it.answer().status() == 0)
                .as("failed")
                .map(it -> it.answer().status() + " to " + it.request())
                .isEmpty();
        assertThat(sent)
                .filteredOn(it -> STACK.matcher(it.answer().text()).find())
                .as("said how the server is built")
                .map(Sent::request)
                .isEmpty();
        List<Duration> times =
                new ArrayList<>(sent.stream().map(it -> it.answer().time()).toList());
        Collections.sort(times);
        assertThat(times.get(times.size() * 99 / 100)).as("p99").isLessThan(BOUND);
        assertThat(sent.stream().filter(it -> it.answer().status() < 300).count())
                .as("requests that were right after all")
                .isGreaterThan(REQUESTS / 50);
        as(bystander).get("/artifacts/" + kept).then().statusCode(200);
    }

    private static String artifactOf(TestingUser user) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("title", "Kept", "content", "as it is"))
                .post("/artifacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<Sent> sendAll(RequestForge forge)
            throws InterruptedException, ExecutionException {
        URI server = URI.create(RunningServer.stack().url());
        AtomicInteger next = new AtomicInteger();
        List<Future<List<Sent>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(() -> sendSome(forge, server, next)));
            }
        }
        List<Sent> sent = new ArrayList<>();
        for (Future<List<Sent>> some : all) {
            sent.addAll(some.get());
        }
        return sent;
    }

    private static List<Sent> sendSome(RequestForge forge, URI server, AtomicInteger next)
            throws IOException {
        List<Sent> sent = new ArrayList<>();
        TestingUser user = newUser();
        for (int number = next.getAndIncrement();
                number < REQUESTS;
                number = next.getAndIncrement()) {
            if (sent.size() % OF_ONE_USER == OF_ONE_USER - 1) {
                user = newUser();
            }
            RawRequest request = forge.next(number, user.token());
            sent.add(new Sent(request, request.send(server)));
        }
        return sent;
    }
}
