package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that publishes keys over HTTP, and signs whatever a test wants. */
final class TestingProvider implements AutoCloseable {

    static final String AUDIENCE = "artifactor-api-of-acme";

    private static final int BITS = 2048;

    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile List<RSAKey> keys = List.of(newKey("first"));
    private volatile String calledItself;

    TestingProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calledItself = issuer();
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/acme";
    }

    /** How often its keys were asked for. */
    int questions() {
        return questions.get();
    }

    RSAKey key() {
        return keys.getLast();
    }

    void publish(RSAKey... published) {
        keys = List.of(published);
    }

    void callItself(String name) {
        calledItself = name;
    }

    ProviderTokenCheck check(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new ProviderTokenCheck(
                new ProviderTerms(issuer(), AUDIENCE, "groups", false),
                new ProviderKeys(
                        issuer(), new ProviderWeb(Set.of("127.0.0.1"), Optional.empty()), clock),
                clock);
    }

    JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(List.of("account", AUDIENCE))
                .subject("f:1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String signed(JWTClaimsSet claims) {
        return signed(header("JWT"), claims, key());
    }

    JWSHeader header(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(key().getKeyID())
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
        boolean keysAsked = exchange.getRequestURI().getPath().endsWith("/certs");
        String answer =
                keysAsked
                        ? new JWKSet(List.<JWK>copyOf(keys)).toString()
                        : "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/certs\"}"
                                .formatted(calledItself, issuer());
        if (keysAsked) {
            questions.incrementAndGet();
        }
        byte[] body = answer.getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
