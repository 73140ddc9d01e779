package io.artifactor.it.nodes;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The stage of tests over several servers, which are started once for all of them. */
abstract class OverNodes extends ServerTest {

    private static @Nullable Nodes started;

    /** Signed in before anything is remembered of the others: a sign-in takes its time. */
    final TestingUser admin = administrator();

    @BeforeAll
    static void startNodes() {
        started = Nodes.start();
    }

    @AfterAll
    static void stopNodes() {
        if (started != null) {
            started.close();
        }
    }

    static Nodes nodes() {
        Nodes running = started;
        if (running == null) {
            throw new IllegalStateException("No nodes");
        }
        return running;
    }

    static RequestSpecification at(String node, TestingUser user) {
        return as(user).baseUri(node);
    }

    static int me(String node, TestingUser user) {
        return at(node, user).get("/auth/me").statusCode();
    }

    static String redisAt(String node) {
        return at(node, administrator())
                .get("/health/detailed")
                .path("dependencies.find { it.name == 'redis' }.state");
    }

    static String idOf(TestingUser user) {
        return as(user).get("/auth/me").path("id");
    }

    final void deactivate(String node, TestingUser user) {
        String id = idOf(user);
        at(node, admin).header("If-Match", "*").delete("/users/" + id).then().statusCode(204);
    }

    static String freshAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.%d.%d.%d"
                .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
