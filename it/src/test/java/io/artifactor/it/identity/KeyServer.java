package io.artifactor.it.identity;

import io.artifactor.it.AnotherServer;
import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Addresses;
import io.artifactor.launcher.Stack;
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
        Stack server =
                AnotherServer.in(AnotherServer.emptyFolder("keys-"))
                        .addresses(addresses)
                        .environment(
                                "ARTIFACTOR_PUBLIC_URL", "http://localhost:" + addresses.httpPort())
                        .start();
        Stage started = new Stage(server, addresses.httpPort());
        stage = started;
        return started;
    }

    /** The server, and its port. */
    record Stage(Stack server, int port) implements AutoCloseable {

        @Override
        public void close() {
            server.stop();
        }
    }
}
