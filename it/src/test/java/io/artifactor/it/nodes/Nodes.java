package io.artifactor.it.nodes;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Endpoint;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.artifactor.launcher.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        TestingRedis redis = new TestingRedis(emptyFolder("redis-"));
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
        Stack running = RunningServer.stack();
        StackBuilder node = Stack.over(emptyFolder("node-")).only(Part.SERVER).heap("384m");
        add(node, "ARTIFACTOR_DB", running.database());
        add(node, "ARTIFACTOR_ES", running.elasticsearch());
        return node.environment("ARTIFACTOR_DATA", running.data().toString())
                .environment("ARTIFACTOR_REDIS_URL", redis.url())
                .environment("ARTIFACTOR_REDIS_PASSWORD", TestingRedis.PASSWORD)
                // Three servers on two processors may all stand still for a while.
                .environment("ARTIFACTOR_REDIS_WAIT", "500")
                .environment("ARTIFACTOR_RATE_LIMIT_USER", String.valueOf(USER_LIMIT))
                .environment("ARTIFACTOR_TRUSTED_PROXIES", "127.0.0.1,::1")
                .environment("ARTIFACTOR_RATE_LIMIT_EXEMPT", "127.0.0.1,::1")
                .environment("ARTIFACTOR_WORKER_COUNT", "0")
                .build();
    }

    private static void add(StackBuilder node, String prefix, Endpoint endpoint) {
        node.environment(prefix + "_URL", endpoint.url())
                .environment(prefix + "_USER", endpoint.user())
                .environment(prefix + "_PASSWORD", endpoint.password());
    }

    private static Path emptyFolder(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), prefix)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
