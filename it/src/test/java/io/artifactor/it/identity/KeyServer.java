package io.artifactor.it.identity;

import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Addresses;
import io.artifactor.launcher.Endpoint;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.artifactor.launcher.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One more server over the database of the running one, with a name: browsers bind no key to a
 * number. Started once for all tests that use it.
 */
final class KeyServer implements BeforeAllCallback {

    private static volatile @Nullable Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) {
        new RunningServer().beforeAll(context);
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(KeyServer.class))
                .getOrComputeIfAbsent("stage", key -> start(), Stage.class);
    }

    /** By what its people reach it. */
    static String origin() {
        return "http://localhost:" + at().port();
    }

    /** The same by its number. */
    static String url() {
        return at().server().url();
    }

    private static Stage at() {
        return Objects.requireNonNull(stage, "Extend the test with KeyServer.");
    }

    private static Stage start() {
        Addresses addresses = Addresses.free();
        StackBuilder node =
                Stack.over(emptyFolder()).only(Part.SERVER).addresses(addresses).heap("384m");
        Stack running = RunningServer.stack();
        add(node, "ARTIFACTOR_DB", running.database());
        add(node, "ARTIFACTOR_ES", running.elasticsearch());
        Stack server =
                node.environment("ARTIFACTOR_DATA", running.data().toString())
                        .environment(
                                "ARTIFACTOR_PUBLIC_URL", "http://localhost:" + addresses.httpPort())
                        .environment("ARTIFACTOR_MAIL_HOST", "127.0.0.1")
                        .environment(
                                "ARTIFACTOR_MAIL_PORT",
                                String.valueOf(RunningServer.mail().getSmtp().getPort()))
                        .environment("ARTIFACTOR_MAIL_SECURITY", "none")
                        .environment("ARTIFACTOR_TRUSTED_PROXIES", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_RATE_LIMIT_EXEMPT", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_WORKER_COUNT", "0")
                        .start();
        Stage started = new Stage(server, addresses.httpPort());
        stage = started;
        return started;
    }

    private static void add(StackBuilder node, String prefix, Endpoint endpoint) {
        node.environment(prefix + "_URL", endpoint.url())
                .environment(prefix + "_USER", endpoint.user())
                .environment(prefix + "_PASSWORD", endpoint.password());
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server, and its port. */
    record Stage(Stack server, int port) implements AutoCloseable {

        @Override
        public void close() {
            server.stop();
        }
    }
}
