package io.artifactor.it.nodes;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Redis of the test's own, that can be killed, held and started again on the same port. */
final class TestingRedis implements AutoCloseable {

    static final String PASSWORD = "the password of this redis";

    private final Path folder;
    private final Path program;
    private final int port;
    private @Nullable Process process;

    TestingRedis(Path folder) {
        this.folder = folder;
        this.program = program(folder);
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "redis"));
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Returns when it answers. */
    void start() {
        List<String> command =
                List.of(
                        program.toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--requirepass",
                        PASSWORD,
                        "--maxmemory",
                        "32mb",
                        "--save",
                        "",
                        "--dir",
                        folder.toString());
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("redis.log").toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    /** As a crash would. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    /** It takes connections and questions, and answers none, until it goes on. */
    void hold() {
        signal("-STOP");
    }

    void goOn() {
        signal("-CONT");
    }

    <T> T ask(Function<RedisCommands<String, String>, T> question) {
        RedisClient client = RedisClient.create();
        try {
            RedisURI address = RedisURI.create(url());
            address.setPassword(PASSWORD.toCharArray());
            address.setTimeout(Duration.ofSeconds(2));
            return question.apply(client.connect(address).sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        try {
            return ask(RedisCommands::ping).equals("PONG");
        } catch (RedisException e) {
            return false;
        }
    }

    private void signal(String signal) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Redis is not running");
        }
        try {
            int code =
                    new ProcessBuilder("kill", signal, String.valueOf(running.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The one of this machine, or else the one that comes with the build. */
    private static Path program(Path folder) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path installed = Path.of(directory, "redis-server");
            if (Files.isExecutable(installed)) {
                return installed;
            }
        }
        return unpacked(folder);
    }

    private static Path unpacked(Path folder) {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name =
                machine.equals("aarch64")
                        ? "redis-server-6.2.7-linux-arm64"
                        : "redis-server-6.2.6-v5-linux-amd64";
        Path unpacked = folder.resolve("redis-server");
        try (InputStream in = TestingRedis.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + " on the class path");
            }
            Files.copy(in, unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!unpacked.toFile().setExecutable(true)) {
            throw new IllegalStateException("Cannot make " + unpacked + " executable");
        }
        return unpacked;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
