package io.artifactor.it.realm;

import com.unboundid.ldap.sdk.LDAPException;
import io.artifactor.it.AnotherServer;
import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingCertificate;
import io.artifactor.launcher.Addresses;
import io.artifactor.launcher.Part;
import io.artifactor.launcher.Stack;
import io.artifactor.launcher.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One more server over the database of the running one, with the drop-ins for all realms as they
 * are shipped, and with the realms themselves. Started once for all tests that use it.
 */
final class RealmServer implements BeforeAllCallback {

    private static volatile @Nullable Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        new RunningServer().beforeAll(context);
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RealmServer.class))
                .getOrComputeIfAbsent("stage", key -> start(), Stage.class);
    }

    static Stage stage() {
        return Objects.requireNonNull(stage, "Extend the test with RealmServer.");
    }

    private static Stage start() {
        try {
            Stage started = Stage.start();
            stage = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server and its realms. */
    record Stage(
            String url,
            int tlsPort,
            Stack server,
            TestingKeycloak keycloak,
            TestingDirectory first,
            AtomicReference<TestingDirectory> asked,
            Path dropins)
            implements AutoCloseable {

        static final String FIRST = "realms/ldap/ldap.xml";

        /** Who is asked for names and passwords at present. */
        TestingDirectory directory() {
            return Objects.requireNonNull(asked.get());
        }

        /**
         * Lets the server ask another directory from now on.
         *
         * @param dropin how, as it is shipped
         * @param variables what is said besides
         */
        void ask(TestingDirectory other, String dropin, Map<String, String> variables)
                throws IOException {
            asked.set(other);
            Files.copy(
                    Path.of("../liberty-config").resolve(dropin),
                    dropins.resolve("ldap.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            Map<String, String> all = new TreeMap<>(variables);
            all.put("ARTIFACTOR_LDAP_PORT", String.valueOf(other.port()));
            Files.writeString(
                    dropins.resolve("variables.xml"),
                    all.entrySet().stream()
                            .map(it ->
                                    "<variable name=\"%s\" value=\"%s\"/>"
                                            .formatted(it.getKey(), it.getValue()))
                            .collect(Collectors.joining("\n", "<server>\n", "\n</server>\n")));
            server.restart(Part.SERVER);
        }

        void askTheFirst() throws IOException {
            TestingDirectory other = directory();
            if (other != first) {
                ask(first, FIRST, Map.of());
                other.close();
            }
        }

        static Stage start() throws IOException, LDAPException {
            Addresses free = Addresses.free();
            // No Elasticsearch of its own: its port is one for TLS.
            int tlsPort = free.elasticsearchPort();
            Addresses addresses =
                    new Addresses(
                            free.httpHost(),
                            free.httpPort(),
                            tlsPort,
                            free.databasePort(),
                            free.elasticsearchPort());
            String url = "http://127.0.0.1:" + addresses.httpPort();
            Path folder = AnotherServer.emptyFolder("realms-");
            TestingDirectory directory = TestingDirectory.ofLdap(folder.resolve("directory"));
            TestingKeycloak keycloak = new TestingKeycloak(folder, url);
            StackBuilder node =
                    AnotherServer.in(Files.createDirectory(folder.resolve("server")))
                            .addresses(addresses)
                            .heap("448m")
                            .environment("ARTIFACTOR_PUBLIC_URL", url)
                            .environment("ARTIFACTOR_DROPINS", dropins(folder, keycloak).toString())
                            .environment("ARTIFACTOR_ADMIN_NETWORKS", "127.0.0.1,::1")
                            .environment("ARTIFACTOR_SECOND_FACTOR", "administrators");
            describe(node, keycloak, folder);
            describe(node, directory);
            return new Stage(
                    url,
                    tlsPort,
                    node.start(),
                    keycloak,
                    directory,
                    new AtomicReference<>(directory),
                    folder.resolve("dropins"));
        }

        private static void describe(StackBuilder node, TestingKeycloak keycloak, Path folder)
                throws IOException {
            Path metadata = Files.writeString(folder.resolve("idp.xml"), keycloak.metadata());
            node.environment("ARTIFACTOR_OIDC_ISSUER", keycloak.realm())
                    .environment("ARTIFACTOR_SCIM_REALM", "oidc")
                    .environment("ARTIFACTOR_OIDC_CLIENT_ID", "artifactor")
                    .environment("ARTIFACTOR_OIDC_CLIENT_SECRET", "oidc-client-secret-for-tests")
                    .environment("ARTIFACTOR_OIDC_HTTPS", "false")
                    .environment("ARTIFACTOR_OIDC_API_AUDIENCE", "artifactor-api")
                    .environment("ARTIFACTOR_OIDC_CA", keycloak.certificate().pem().toString())
                    .environment("ARTIFACTOR_LINK_BY_EMAIL", "oidc")
                    .environment(
                            "ARTIFACTOR_OIDC_LOGOUT_URL",
                            keycloak.realm() + "/protocol/openid-connect/logout")
                    .environment("ARTIFACTOR_SAML_METADATA", metadata.toString())
                    .environment("ARTIFACTOR_SAML_LOGOUT_URL", keycloak.realm() + "/protocol/saml")
                    .environment("ARTIFACTOR_SAML_HTTPS", "false")
                    .environment(
                            "ARTIFACTOR_TLS_KEYSTORE", keycloak.certificate().store().toString())
                    .environment(
                            "ARTIFACTOR_TLS_KEYSTORE_PASSWORD", TestingCertificate.STORE_PASSWORD);
        }

        private static void describe(StackBuilder node, TestingDirectory directory) {
            node.environment("ARTIFACTOR_LDAP_CHECK_SECONDS", "1")
                    .environment("ARTIFACTOR_LDAP_HOST", "127.0.0.1")
                    .environment("ARTIFACTOR_LDAP_PORT", String.valueOf(directory.port()))
                    .environment("ARTIFACTOR_LDAP_TLS", "false")
                    .environment("ARTIFACTOR_LDAP_BASE", TestingDirectory.BASE)
                    .environment("ARTIFACTOR_LDAP_BIND_DN", TestingDirectory.READER)
                    .environment("ARTIFACTOR_LDAP_BIND_PASSWORD", TestingDirectory.READER_PASSWORD);
        }

        /** The drop-ins as shipped, and whom to trust here. */
        private static Path dropins(Path folder, TestingKeycloak keycloak) throws IOException {
            Path dropins = Files.createDirectory(folder.resolve("dropins"));
            Path shipped = Path.of("../liberty-config");
            for (String file :
                    List.of(
                            FIRST,
                            "realms/oidc/oidc.xml",
                            "realms/saml/saml.xml",
                            "production/tls.xml")) {
                Path source = shipped.resolve(file);
                Files.copy(source, dropins.resolve(source.getFileName()));
            }
            Files.writeString(dropins.resolve("trust.xml"), keycloak.certificate().dropin());
            return dropins;
        }

        @Override
        public void close() {
            server.stop();
            keycloak.close();
            directory().close();
        }
    }
}
