package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request sent twice under one name is done once. */
class IdempotencyIT extends ServerTest {

    private final TestingUser user = newUser();
    private final String key = UUID.randomUUID().toString();

    private Response add(String name, Map<String, ?> body) {
        return as(user).header("Idempotency-Key", name)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/artifacts");
    }

    private Response upload(String name, byte[] body) {
        return as(user).header("Idempotency-Key", name)
                .contentType(ContentType.BINARY)
                .queryParam("fileName", "a.txt")
                .body(body)
                .post("/artifacts/upload");
    }

    private int artifacts() {
        return as(user).queryParam("total", true).get("/artifacts").path("total");
    }

    @Test
    void theSameRequestMakesOneArtifactAndGetsTheSameAnswer() {
        Map<String, String> body = Map.of("title", "Once", "content", "x");
        Response first = add(key, body);
        Response second = add(key, body);

        first.then().statusCode(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(artifacts()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameNameIsRefused() {
        add(key, Map.of("title", "One")).then().statusCode(201);

        add(key, Map.of("title", "Two"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        upload(key, "One".getBytes(UTF_8)).then().statusCode(422);
        assertThat(artifacts()).isEqualTo(1);
    }

    @Test
    void filesAreComparedByTheirBytes() {
        byte[] large = "0123456789".repeat(300_000).getBytes(UTF_8);
        byte[] other = large.clone();
        other[other.length - 1] = 'x';

        Response first = upload(key, large);

        first.then().statusCode(201);
        upload(key, large).then().statusCode(201).body("id", equalTo(first.path("id")));
        upload(key, other).then().statusCode(422);
        upload(key, (new String(large, UTF_8) + "!").getBytes(UTF_8)).then().statusCode(422);
        upload(key, new byte[0]).then().statusCode(422);
        assertThat(artifacts()).isEqualTo(1);
    }

    @Test
    void aFormIsOneRequestToo() {
        for (int i = 0; i < 2; i++) {
            as(user).header("Idempotency-Key", key)
                    .header("Content-Type", "multipart/form-data; boundary=cut")
                    .body(
                            ("--cut\r\nContent-Disposition: form-data; name=\"file\";"
                                            + " filename=\"a.txt\"\r\n\r\ncontent\r\n--cut--\r\nepilogue")
                                    .getBytes(UTF_8))
                    .post("/artifacts/upload")
                    .then()
                    .statusCode(201);
        }
        assertThat(artifacts()).isEqualTo(1);
    }

    @Test
    void aRefusalIsKeptToo() {
        Response first = add(key, Map.of("title", ""));
        Response second = add(key, Map.of("title", ""));

        first.then().statusCode(400);
        second.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Idempotency-Replayed", "true")
                .body("requestId", equalTo(first.path("requestId")));
    }

    @Test
    void manyAtOnceMakeOneArtifact() throws Exception {
        Callable<Response> ask = () -> upload(key, "at once".getBytes(UTF_8));
        List<Future<Response>> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            answers = clients.invokeAll(Collections.nCopies(16, ask));
        }

        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(201, 409);
            if (answer.get().statusCode() == 409) {
                assertThat(answer.get().header("Retry-After")).isEqualTo("5");
                assertThat(answer.get().<String>path("code")).isEqualTo("request-at-work");
            }
        }
        upload(key, "at once".getBytes(UTF_8)).then().statusCode(201);
        assertThat(artifacts()).isEqualTo(1);
    }

    @Test
    void aKeyIsItsUsersOwn() {
        add(key, Map.of("title", "Mine")).then().statusCode(201);

        Response other =
                as(newUser())
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(Map.of("title", "Theirs"))
                        .post("/artifacts");

        other.then().statusCode(201).body("title", equalTo("Theirs"));
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        Map<String, String> body = Map.of("title", "Daily");
        add(key, body).then().statusCode(201);
        age(key, "23 hours");
        add(key, body).then().statusCode(201).header("Idempotency-Replayed", "true");
        age(key, "2 hours");

        assertThat(add(key, body).header("Idempotency-Replayed")).isNull();
        assertThat(artifacts()).isEqualTo(2);
    }

    @Test
    void aRequestCutOffByACrashIsNotDoneAgainUnseen() throws Exception {
        Map<String, String> body = Map.of("title", "Cut off");
        add(key, body).then().statusCode(201);
        Rows.execute("update idempotency_key set state = 'working' where key = ?", key);

        add(key, body).then().statusCode(409).header("Retry-After", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/tokens", "/users", "/auth/password"})
    void whereSecretsAreAnsweredNoKeyIsTaken(String path) {
        as(administrator())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("Idempotency-Key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in it", "1234567"})
    void aKeyThatIsNoneIsRefusedByName(String bad) {
        add(bad, Map.of("title", "x"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("Idempotency-Key"));
    }

    private static void age(String key, String by) throws Exception {
        Rows.execute(
                "update idempotency_key set created_at = created_at - interval '%s' where key = ?"
                        .formatted(by),
                key);
    }
}
