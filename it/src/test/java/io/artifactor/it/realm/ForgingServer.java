package io.artifactor.it.realm;

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
 * One more server over the database of the running one, which takes people from a provider that
 * forges. Started once for all tests that use it.
 */
final class ForgingServer implements BeforeAllCallback {

    /** Whoever calls themselves so is sent to the provider whose metadata tell of another. */
    static final String MISLED = "Misled/1.0";

    private static volatile @Nullable Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        new RunningServer().beforeAll(context);
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ForgingServer.class))
                .getOrComputeIfAbsent("stage", key -> start(), Stage.class);
    }

    static Stage stage() {
        return Objects.requireNonNull(stage, "Extend the test with ForgingServer.");
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
    record Stage(String url, Stack server, ForgingProvider provider, TestingCertificate certificate)
            implements AutoCloseable {

        static Stage start() throws IOException {
            Path folder =
                    Files.createTempDirectory(
                                    Files.createDirectories(Path.of("target")), "forging-")
                            .toAbsolutePath();
            Addresses addresses = Addresses.free();
            String url = "http://127.0.0.1:" + addresses.httpPort();
            TestingCertificate certificate = TestingCertificate.in(folder);
            ForgingProvider provider = new ForgingProvider(certificate);
            Stack running = RunningServer.stack();
            StackBuilder node =
                    Stack.over(Files.createDirectory(folder.resolve("server")))
                            .only(Part.SERVER)
                            .addresses(addresses)
                            .heap("384m")
                            .environment("ARTIFACTOR_PUBLIC_URL", url)
                            .environment(
                                    "ARTIFACTOR_DROPINS", dropins(folder, certificate).toString())
                            .environment("ARTIFACTOR_RATE_LIMIT_EXEMPT", "127.0.0.1,::1")
                            .environment("ARTIFACTOR_TRUSTED_PROXIES", "127.0.0.1,::1")
                            .environment("ARTIFACTOR_WORKER_COUNT", "0")
                            .environment("ARTIFACTOR_DATA", running.data().toString())
                            .environment("ARTIFACTOR_OIDC_ISSUER", provider.issuer())
                            .environment("ARTIFACTOR_OIDC_CLIENT_ID", ForgingProvider.CLIENT)
                            .environment("ARTIFACTOR_OIDC_CLIENT_SECRET", ForgingProvider.SECRET)
                            .environment("ARTIFACTOR_OIDC_HTTPS", "false")
                            .environment("ARTIFACTOR_OIDC_CA", certificate.pem().toString())
                            .environment("ARTIFACTOR_MISNAMED", provider.misnamed());
            add(node, "ARTIFACTOR_DB", running.database());
            add(node, "ARTIFACTOR_ES", running.elasticsearch());
            return new Stage(url, node.start(), provider, certificate);
        }

        /**
         * The drop-in as shipped, and once more for a provider whose metadata tell of another; who
         * is sent to which, their browser says.
         */
        private static Path dropins(Path folder, TestingCertificate certificate)
                throws IOException {
            Path dropins = Files.createDirectory(folder.resolve("dropins"));
            String shipped = Files.readString(Path.of("../liberty-config/realms/oidc/oidc.xml"));
            Files.writeString(dropins.resolve("oidc.xml"), shipped);
            Files.writeString(
                    dropins.resolve("misnamed.xml"),
                    shipped.replace("id=\"oidc\"", "id=\"misnamed\"")
                            .replace("oidcArrival", "misnamedArrival")
                            .replace("ARTIFACTOR_OIDC_ISSUER", "ARTIFACTOR_MISNAMED"));
            Files.writeString(
                    dropins.resolve("trust.xml"),
                    """
                    <server>
                        <authFilter id="oidcArrival">
                            <userAgent id="others" agent="%1$s" matchType="notContain"/>
                        </authFilter>
                        <authFilter id="misnamedArrival">
                            <userAgent id="misled" agent="%1$s" matchType="contains"/>
                        </authFilter>
                        <keyStore id="providers" location="%2$s" type="PKCS12" password="%3$s"/>
                        <ssl id="defaultSSLConfig" keyStoreRef="defaultKeyStore"
                             trustStoreRef="providers"/>
                    </server>
                    """
                            .formatted(MISLED, certificate.store(), TestingCertificate.PASSWORD));
            return dropins;
        }

        private static void add(StackBuilder node, String prefix, Endpoint endpoint) {
            node.environment(prefix + "_URL", endpoint.url())
                    .environment(prefix + "_USER", endpoint.user())
                    .environment(prefix + "_PASSWORD", endpoint.password());
        }

        @Override
        public void close() {
            server.stop();
            provider.close();
        }
    }
}
