package io.artifactor.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody comes in with a token the server did not sign, or not for this. */
class ForgedTokensIT extends ServerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static @Nullable TokenForge forge;
    private static @Nullable Genuine genuine;

    @BeforeAll
    static void learnWhatIsGenuine() throws SQLException, IOException {
        TestingUser user = newUser();
        Response signedIn = login(user);
        TestingUser known =
                new TestingUser(user.username(), user.password(), signedIn.path("accessToken"));
        String personal =
                as(known)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "script"))
                        .post("/auth/tokens")
                        .path("token");
        TokenForge opened = TokenForge.open();
        forge = opened;
        Genuine made =
                new Genuine(
                        opened,
                        known.token(),
                        newUser().token(),
                        signedIn.path("refreshToken"),
                        signedIn.path("deviceToken"),
                        personal);
        genuine = made;
        await().atMost(SOON).until(() -> status(made.unbent()) == 200);
    }

    @AfterAll
    static void closeTheForge() throws SQLException {
        if (forge != null) {
            forge.close();
        }
    }

    private static Response login(TestingUser user) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", user.password()))
                .post("/auth/login");
    }

    private static Response me(String token) {
        return anonymous().header("Authorization", "Bearer " + token).get("/auth/me");
    }

    private static int status(String token) {
        return me(token).statusCode();
    }

    private static Genuine genuine() {
        return Objects.requireNonNull(genuine);
    }

    static List<Forgery> forgeries() {
        List<Forgery> all = new ArrayList<>(ForgedSignatures.all());
        all.addAll(ForgedContents.all());
        return all;
    }

    @Test
    void whatIsNotBentOpens() {
        assertThat(status(genuine().token())).isEqualTo(200);
        assertThat(status(genuine().stranger())).isEqualTo(200);
        assertThat(status(genuine().unbent())).isEqualTo(200);
        assertThat(status(genuine().personalToken())).isEqualTo(200);
        assertThat(status(genuine().withClaim("more", "m"))).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedTokenOpensNothing(Forgery forgery) {
        me(forgery.make().apply(genuine()))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void noKeyIsFetchedFromWhereATokenSays() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        KeyPair own = TokenForge.pair("EC", "secp256r1");
        String keys =
                "{\"keys\":[" + TokenForge.publicJwk("mine", (ECPublicKey) own.getPublic()) + "]}";
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(200, keys.length());
                    exchange.getResponseBody().write(keys.getBytes(UTF_8));
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
            for (String header : List.of("jku", "x5u", "iss")) {
                String text =
                        "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"mine\",\"%s\":\"%s\"}"
                                .formatted(header, url);
                String token =
                        TokenForge.sign(
                                text,
                                genuine().claims(),
                                "SHA256withECDSAinP1363Format",
                                own.getPrivate());
                assertThat(status(token)).isEqualTo(401);
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
