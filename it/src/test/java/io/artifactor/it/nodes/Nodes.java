package io.artifactor.it.nodes;

import io.artifactor.it.AnotherServer;
import io.artifactor.launcher.Stack;
import java.util.concurrent.CompletableFuture;

/**
 * Two more servers over the database, the index and the data of the running one, which share a
 * Redis; the running one has none.
 */
final class Nodes implements AutoCloseable {

    static final int USER_LIMIT = 100;

    private final TestingRedis redis;
    private final Stack first;
    private final Stack second;

    private Nodes(TestingRedis redis, Stack first, Stack second) {
        this.redis = redis;
        this.first = first;
        this.second = second;
    }

    static Nodes start() {
        TestingRedis redis = new TestingRedis(AnotherServer.emptyFolder("redis-"));
        redis.start();
        Stack first = node(redis);
        Stack second = node(redis);
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(first::start),
                            CompletableFuture.runAsync(second::start))
                    .join();
        } catch (RuntimeException e) {
            new Nodes(redis, first, second).close();
            throw e;
        }
        return new Nodes(redis, first, second);
    }

    TestingRedis redis() {
        return redis;
    }

    String first() {
        return first.url();
    }

    String second() {
        return second.url();
    }

    @Override
    public void close() {
        first.stop();
        second.stop();
        redis.close();
    }

    private static Stack node(TestingRedis redis) {
        return AnotherServer.in(AnotherServer.emptyFolder("node-"))
                .environment("ARTIFACTOR_REDIS_URL", redis.url())
                .environment("ARTIFACTOR_REDIS_PASSWORD", TestingRedis.PASSWORD)
                // Three servers on two processors may all stand still for a while.
                .environment("ARTIFACTOR_REDIS_WAIT", "500")
                .environment("ARTIFACTOR_RATE_LIMIT_USER", String.valueOf(USER_LIMIT))
                .build();
    }
}
