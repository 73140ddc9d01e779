package io.artifactor.it.realm;

import io.artifactor.it.AnotherServer;
import io.artifactor.it.RunningServer;
import io.artifactor.launcher.Addresses;
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
 * One more server over the database of the running one, with the drop-in for OpenID Connect as it
 * is shipped and a provider that does what a test says. Started once for all tests that use it.
 */
final class OpenIdServer implements BeforeAllCallback {

    private static volatile @Nullable Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        new RunningServer().beforeAll(context);
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OpenIdServer.class))
                .getOrComputeIfAbsent("stage", key -> start(), Stage.class);
    }

    static Stage stage() {
        return Objects.requireNonNull(stage, "Extend the test with OpenIdServer.");
    }

    private static Stage start() {
        try {
            Stage started = Stage.start();
            stage = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server and its provider. */
    record Stage(String url, Stack server, TestingOpenIdProvider provider)
            implements AutoCloseable {

        static Stage start() throws IOException {
            Addresses addresses = Addresses.free();
            String url = "http://127.0.0.1:" + addresses.httpPort();
            Path folder = AnotherServer.emptyFolder("openid-");
            TestingOpenIdProvider provider = new TestingOpenIdProvider(folder);
            StackBuilder node =
                    AnotherServer.in(Files.createDirectory(folder.resolve("server")))
                            .addresses(addresses)
                            .environment("ARTIFACTOR_PUBLIC_URL", url)
                            .environment("ARTIFACTOR_DROPINS", dropins(folder, provider).toString())
                            .environment("ARTIFACTOR_OIDC_ISSUER", provider.address())
                            .environment("ARTIFACTOR_OIDC_CLIENT_ID", TestingOpenIdProvider.CLIENT)
                            .environment(
                                    "ARTIFACTOR_OIDC_CLIENT_SECRET", TestingOpenIdProvider.SECRET)
                            .environment("ARTIFACTOR_OIDC_HTTPS", "false");
            return new Stage(url, node.start(), provider);
        }

        /** The drop-in as shipped, and whom to trust here. */
        private static Path dropins(Path folder, TestingOpenIdProvider provider)
                throws IOException {
            Path dropins = Files.createDirectory(folder.resolve("dropins"));
            Files.copy(
                    Path.of("../liberty-config/realms/oidc/oidc.xml"), dropins.resolve("oidc.xml"));
            Files.writeString(dropins.resolve("trust.xml"), provider.certificate().dropin());
            return dropins;
        }

        @Override
        public void close() {
            server.stop();
            provider.close();
        }
    }
}
