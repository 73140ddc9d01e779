package io.artifactor.it.realm;

import io.artifactor.it.TestingCertificate;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;

/** A Keycloak of the tests' own, behind TLS with a certificate nobody else trusts. */
final class TestingKeycloak implements AutoCloseable {

    private static final String ADMIN = "root";
    private static final String ADMIN_PASSWORD = "root of the provider";

    private final Path folder;
    private final int port = freePort();
    private final Process process;
    private final TestingCertificate certificate;
    private final SSLContext trust;

    /**
     * @param product where the product is reached, which the realm knows
     */
    TestingKeycloak(Path folder, String product) throws IOException {
        this.folder = folder;
        Path installed = installed();
        certificate = TestingCertificate.make(folder, "keycloak");
        trust = certificate.trust();
        Path imports = Files.createDirectories(installed.resolve("data/import"));
        try (InputStream realm =
                TestingKeycloak.class.getResourceAsStream("/realm/acme-realm.json")) {
            String text = new String(Objects.requireNonNull(realm).readAllBytes());
            Files.writeString(
                    imports.resolve("acme-realm.json"), text.replace("@PRODUCT@", product));
        }
        process = start(installed);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "keycloak"));
        awaitReady();
    }

    String realm() {
        return "https://127.0.0.1:" + port + "/realms/acme";
    }

    /** What it shows. */
    TestingCertificate certificate() {
        return certificate;
    }

    SSLContext trust() {
        return trust;
    }

    /** What a SAML service provider is to know about it. */
    String metadata() {
        return get(realm() + "/protocol/saml/descriptor");
    }

    /** What it gives a client for somebody's name and password: tokens of several kinds. */
    String tokens(String client, String name, String password) {
        return send(asked(client, name, password));
    }

    /** The same, bound to a key of the client's. */
    String boundTokens(String client, String name, String password, ProofKey key) {
        HttpRequest asked = asked(client, name, password);
        return send(
                HttpRequest.newBuilder(asked, (header, value) -> true)
                        .header("DPoP", key.proof("POST", asked.uri().toString()))
                        .build());
    }

    private HttpRequest asked(String client, String name, String password) {
        return Visitor.post(
                realm() + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "client_id",
                        client,
                        "username",
                        name,
                        "password",
                        password));
    }

    /** Ends one sign-in, by its {@code sid}. */
    void endSession(String session) {
        ask("DELETE", "/sessions/" + session);
    }

    /** Ends all sign-ins of somebody, by its {@code sub}. */
    void signOut(String subject) {
        ask("POST", "/users/" + subject + "/logout");
    }

    private void ask(String method, String path) {
        String root = "https://127.0.0.1:" + port;
        String token =
                new JsonPath(
                                send(
                                        Visitor.post(
                                                root
                                                        + "/realms/master/protocol/openid-connect/token",
                                                Map.of(
                                                        "grant_type",
                                                        "password",
                                                        "client_id",
                                                        "admin-cli",
                                                        "username",
                                                        ADMIN,
                                                        "password",
                                                        ADMIN_PASSWORD))))
                        .getString("access_token");
        send(
                HttpRequest.newBuilder(URI.create(root + "/admin/realms/acme" + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    /** The keys it publishes. */
    String keys() {
        return get(realm() + "/protocol/openid-connect/certs");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process start(Path installed) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "setpriv",
                        "--pdeathsig",
                        "KILL",
                        installed.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + freePort(),
                        "--https-port=" + port,
                        "--https-key-store-file=" + certificate.store(),
                        "--https-key-store-password=" + TestingCertificate.STORE_PASSWORD,
                        "--db=dev-mem",
                        "--import-realm");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-Xmx384m");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("keycloak.log").toFile());
        return builder.start();
    }

    private void awaitReady() {
        Awaitility.await("Keycloak is ready; see " + folder.resolve("keycloak.log"))
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> get(realm() + "/.well-known/openid-configuration").contains("issuer"));
    }

    private String get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private String send(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust).build()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri() + " answers " + answer.statusCode() + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the build unpacked it. */
    private static Path installed() throws IOException {
        try (var versions = Files.list(Path.of("target/keycloak"))) {
            return versions.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("target/keycloak is empty"))
                    .toAbsolutePath();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
