package io.artifactor.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.artifactor.it.ServerTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the origins that were allowed may use the interface, no others. */
class CrossOriginIT extends ServerTest {

    private static Response preflight(String origin) {
        return anonymous()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/artifacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.org", "chrome-extension://abcdefghijklmnop"})
    void anAllowedOriginIsTold(String origin) {
        preflight(origin)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Max-Age", "600")
                .header("Vary", containsString("Origin"));

        Response answer = anonymous().header("Origin", origin).get("/health");
        answer.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Expose-Headers", containsString("X-Request-Id"));
        assertThat(answer.headers().getValues("Vary").toString()).contains("Origin");
        anonymous()
                .header("Origin", origin)
                .get("/artifacts")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example",
                "chrome-extension://other",
                "null",
                "*"
            })
    void othersAreToldNothing(String origin) {
        for (Response answer :
                new Response[] {
                    preflight(origin), anonymous().header("Origin", origin).get("/health")
                }) {
            assertThat(answer.headers().asList())
                    .noneMatch(header -> header.getName().startsWith("Access-Control-"));
        }
    }

    @Test
    void cookiesAreNeverAllowed() {
        assertThat(preflight("https://app.example.org").header("Access-Control-Allow-Credentials"))
                .isNull();
    }
}
