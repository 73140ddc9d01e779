package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.artifactor.it.TestingCertificate;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect that knows one person, and asks for no password: who comes is sent
 * back at once. It is honest, and as strict as it should be, but for what a test tells it to do.
 */
final class TestingOpenIdProvider implements AutoCloseable {

    static final String CLIENT = "library";
    static final String SECRET = "a-secret-of-the-library-at-the-provider";

    private final TestingCertificate certificate;
    private final TestingSite server;
    private final TestingSite elsewhere;
    private final String subject = UUID.randomUUID().toString();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<Map<String, String>> exchanges = new CopyOnWriteArrayList<>();
    private final List<String> strayed = new CopyOnWriteArrayList<>();
    private volatile SigningKey key = SigningKey.make("first");
    private volatile Function<IdToken, String> telling = IdToken::signed;
    private volatile String issuer;
    private volatile @Nullable String sentElsewhere;

    TestingOpenIdProvider(Path folder) throws IOException {
        certificate = TestingCertificate.make(folder, "provider");
        server = new TestingSite(certificate);
        elsewhere = new TestingSite(certificate);
        issuer = server.address();
        server.serve("/.well-known/openid-configuration", this::describe);
        server.serve("/authorize", this::authorize);
        server.serve("/token", this::exchange);
        server.serve("/keys", this::keys);
        elsewhere.serve("/", this::stray);
    }

    /** Under what it is found, and what it calls itself if no test says otherwise. */
    String address() {
        return server.address();
    }

    /** What it shows. */
    TestingCertificate certificate() {
        return certificate;
    }

    SSLContext trust() {
        try {
            return certificate.trust();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it calls the only person it knows. */
    String username() {
        return "ulrike-" + subject.substring(0, 8);
    }

    /** Is honest again. */
    void repent() {
        telling = IdToken::signed;
        sentElsewhere = null;
        issuer = address();
        exchanges.clear();
        strayed.clear();
    }

    /** Makes ID tokens so from now on. */
    void tell(Function<IdToken, String> made) {
        telling = made;
    }

    /** Calls itself so from now on. */
    void callItself(String name) {
        issuer = name;
    }

    /** Sends whoever asks under this path to another host from now on. */
    void sendElsewhere(String path) {
        sentElsewhere = path;
    }

    /** Signs with another key from now on. */
    void changeKeys() {
        key = SigningKey.make(UUID.randomUUID().toString());
    }

    /** Codes for which a token was asked, each with all that was sent along. */
    List<Map<String, String>> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What was asked where it sent somebody elsewhere. */
    List<String> strayed() {
        return List.copyOf(strayed);
    }

    /** A code for whoever asked so. */
    String code(Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return code;
    }

    /** The parameters of a query or a form. */
    static Map<String, String> parameters(@Nullable String query) {
        return query == null || query.isEmpty()
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        part -> part[0],
                                        part -> URLDecoder.decode(part[1], UTF_8)));
    }

    @Override
    public void close() {
        server.close();
        elsewhere.close();
    }

    private void describe(HttpExchange exchange) throws IOException {
        TestingSite.answer(
                exchange,
                200,
                Map.of(
                        "issuer", issuer,
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "jwks_uri", address() + "/keys",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "code_challenge_methods_supported", List.of("S256"),
                        "scopes_supported", List.of("openid", "profile", "email"),
                        "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        TestingSite.redirect(
                exchange,
                302,
                asked.getOrDefault("redirect_uri", "")
                        + "?code="
                        + code(asked)
                        + "&state="
                        + asked.getOrDefault("state", ""));
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchanges.add(sent);
        if (redirected(exchange)) {
            return;
        }
        Optional<Map<String, String>> asked =
                Optional.ofNullable(codes.remove(sent.getOrDefault("code", "")))
                        .filter(of -> fits(of, sent));
        if (asked.isEmpty()) {
            TestingSite.answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        TestingSite.answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        UUID.randomUUID().toString(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        telling.apply(token(asked.get()))));
    }

    /** A code is good for whom it was given to, who must know what was asked with. */
    private static boolean fits(Map<String, String> asked, Map<String, String> sent) {
        return CLIENT.equals(sent.get("client_id"))
                && SECRET.equals(sent.get("client_secret"))
                && CLIENT.equals(asked.get("client_id"))
                && asked.getOrDefault("redirect_uri", "").equals(sent.get("redirect_uri"))
                && "S256".equals(asked.get("code_challenge_method"))
                && challenge(sent.getOrDefault("code_verifier", ""))
                        .equals(asked.get("code_challenge"));
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private IdToken token(Map<String, String> asked) {
        long now = Instant.now().getEpochSecond();
        return IdToken.of(
                Map.of(
                        "iss", issuer,
                        "aud", CLIENT,
                        "sub", subject,
                        "iat", now,
                        "exp", now + 300,
                        "nonce", asked.getOrDefault("nonce", ""),
                        "preferred_username", username()),
                key);
    }

    private void keys(HttpExchange exchange) throws IOException {
        if (!redirected(exchange)) {
            TestingSite.answer(exchange, 200, Map.of("keys", List.of(key.published())));
        }
    }

    private boolean redirected(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals(sentElsewhere)) {
            return false;
        }
        TestingSite.redirect(exchange, 307, elsewhere.address() + path);
        return true;
    }

    /** Answers as it would itself, so that whoever follows gets what they want. */
    private void stray(HttpExchange exchange) throws IOException {
        strayed.add(exchange.getRequestURI().getPath());
        sentElsewhere = null;
        if (exchange.getRequestURI().getPath().equals("/keys")) {
            keys(exchange);
        } else {
            exchange(exchange);
        }
    }
}
