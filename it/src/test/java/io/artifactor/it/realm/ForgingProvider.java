package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider of OpenID Connect that lets everybody in as whom a test wants, with the ID token a
 * test wants: as it is to be, or forged.
 */
final class ForgingProvider implements AutoCloseable {

    static final String CLIENT = "artifactor-of-forgers";
    static final String SECRET = "a secret of more than thirty-two bytes, for tests";

    private static final int BITS = 2048;
    private static final String JSON = "application/json";

    private final HttpsServer server;
    private final RSAKey key = newKey("in-use");
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile IdTokenForgery forgery = IdTokenForgery.NONE;
    private volatile String subject = "nobody";

    ForgingProvider(TestingCertificate certificate) {
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.identity()));
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return root() + "/realms/own";
    }

    /** What it calls itself in other metadata, which nobody configured the product for. */
    String misnamed() {
        return root() + "/realms/misnamed";
    }

    private String root() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom it lets in from now on, and with what token. */
    void letIn(String somebody, IdTokenForgery with) {
        subject = somebody;
        forgery = with;
    }

    RSAKey key() {
        return key;
    }

    /** What an ID token says that is as it is to be. */
    JWTClaimsSet.Builder claims(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("preferred_username", subject)
                .claim("sid", "sign-in of " + subject);
    }

    String signed(String type, JWTClaimsSet claims) {
        return signed(header(JWSAlgorithm.RS256, type), claims, key);
    }

    JWSHeader header(JWSAlgorithm algorithm, String type) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(header, claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(BITS).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "openid-configuration" ->
                        send(exchange, metadata(path.contains("misnamed") ? misnamed() : issuer()));
                case "certs" -> send(exchange, new JWKSet(key.toPublicJWK()).toString());
                case "authorize" -> letIn(exchange);
                case "token" -> send(exchange, tokens(exchange));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static String metadata(String issuer) {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/certs", "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"], "scopes_supported": ["openid"],
         "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"]}
        """
                .formatted(issuer);
    }

    /** Asks for no password. */
    private void letIn(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        nonces.put(code, asked.getOrDefault("nonce", ""));
        String back =
                "%s?code=%s&state=%s"
                        .formatted(
                                asked.get("redirect_uri"),
                                code,
                                URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8));
        exchange.getResponseHeaders().add("Location", URI.create(back).toString());
        exchange.sendResponseHeaders(302, -1);
    }

    private String tokens(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String nonce = nonces.remove(asked.getOrDefault("code", ""));
        return """
        {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
        """
                .formatted(UUID.randomUUID(), forgery.token(this, nonce == null ? "" : nonce));
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", UTF_8));
        }
        return fields;
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", JSON);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
