package io.artifactor.it;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The stage of a test over HTTP: the running system, and as many fresh users as it likes, so that
 * no test depends on another.
 */
@ExtendWith(RunningServer.class)
public abstract class ServerTest {

    private static volatile @Nullable DescribedInterface described;

    /** Within it a sign-in is as good as new, with time to spare for a long test. */
    private static final Duration FRESH = Duration.ofMinutes(8);

    private static volatile @Nullable TestingUser administrator;
    private static volatile long administratorSince;

    private static final AtomicInteger USERS = new AtomicInteger();

    /** The description of the interface, which every answer is held against. */
    protected static DescribedInterface described() {
        DescribedInterface known = described;
        if (known == null) {
            known =
                    new DescribedInterface(
                            given().baseUri(RunningServer.stack().url())
                                    .get("/openapi?format=JSON")
                                    .asString());
            described = known;
        }
        return known;
    }

    /** A request of somebody who is not signed in. */
    protected static RequestSpecification anonymous() {
        return given(
                new RequestSpecBuilder()
                        .setBaseUri(RunningServer.stack().url())
                        .setBasePath("/api/v1")
                        .addFilter(described())
                        .build());
    }

    /** A request of the given user. */
    protected static RequestSpecification as(TestingUser user) {
        return anonymous().header("Authorization", "Bearer " + user.token());
    }

    /**
     * The administrator, signed in: once for many tests, because each costs what a guess is to
     * cost, and never so long ago that the password would be asked for again.
     */
    protected static TestingUser administrator() {
        TestingUser known = administrator;
        if (known == null
                || System.nanoTime() - administratorSince > FRESH.toNanos()
                || as(known).get("/auth/me").statusCode() != 200) {
            known = signIn(RunningServer.ADMIN, RunningServer.ADMIN_PASSWORD);
            administrator = known;
            administratorSince = System.nanoTime();
        }
        return known;
    }

    /** A new ordinary user, signed in. */
    protected static TestingUser newUser() {
        return newUser(Set.of("user"));
    }

    /** A new user of the given roles, signed in. */
    protected static TestingUser newUser(Set<String> roles) {
        String number = "%d-%d".formatted(ProcessHandle.current().pid(), USERS.incrementAndGet());
        String username = "user-" + number;
        String password = "a password of number " + number;
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password, "roles", roles))
                .post("/users")
                .then()
                .statusCode(201);
        return signIn(username, password);
    }

    /** The user with a token that lasts: access tokens end in a quarter of an hour. */
    protected static TestingUser lasting(TestingUser user) {
        String token =
                as(user).contentType(ContentType.JSON)
                        .body(Map.of("name", "a long test", "scopes", Set.of("read", "write")))
                        .post("/auth/tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("token");
        return new TestingUser(user.username(), user.password(), token);
    }

    protected static TestingUser signIn(String username, String password) {
        String token =
                anonymous()
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", username, "password", password))
                        .post("/auth/login")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("accessToken");
        return new TestingUser(username, password, token);
    }

    /** A field of a document, which must be there. */
    protected static Object field(Map<?, ?> document, String name) {
        return Objects.requireNonNull(document.get(name), name);
    }

    protected static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
