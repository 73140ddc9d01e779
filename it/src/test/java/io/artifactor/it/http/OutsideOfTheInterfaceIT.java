package io.artifactor.it.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health, the description of the interface, and pages that are not there. */
class OutsideOfTheInterfaceIT extends ServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api", "/api/v2/artifacts", "/WEB-INF/web.xml", "/error"})
    void missingPagesAreProblemsWithoutAWordAboutTheServer(String path) {
        Response answer = given().baseUri(RunningServer.stack().url()).get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.headers().asList().toString()).doesNotContainIgnoringCase("liberty");
        assertThat(answer.asString()).doesNotContainIgnoringCase("liberty");
    }

    @Test
    void readinessNamesTheDatabaseAndSearch() {
        Response answer = given().baseUri(RunningServer.stack().url()).get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("checks.name")).contains("database", "search");
    }

    @Test
    void healthIsPublic() {
        Response answer = anonymous().get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("database")).isEqualTo("up");
    }

    @Test
    void metricsAreServed() {
        Response answer = given().baseUri(RunningServer.stack().url()).get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("# TYPE");
        // Of what there is for each route, they would take all memory in the end.
        assertThat(answer.asString().lines())
                .anyMatch(line -> line.startsWith("http_server_request_duration_seconds_count"))
                .noneMatch(line ->
                        line.startsWith("http_server_request") && line.contains("quantile="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/ready",
                "/health/live",
                "/metrics",
                "/openapi",
                "/openapi/ui/",
                "/api/v1/health",
                "/sign-in/"
            })
    void nothingIsGuessedFramedOrToldOn(String path) {
        Response answer = given().baseUri(RunningServer.stack().url()).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                // The page is the runtime's, and so is its policy.
                .contains(
                        path.equals("/openapi/ui/")
                                ? List.of("default-src 'self'")
                                : List.of(
                                        "frame-ancestors 'none'",
                                        "object-src 'none'",
                                        "base-uri 'none'"));
    }

    @Test
    void strangersAreAskedToSignIn() {
        for (String path :
                List.of(
                        "/artifacts",
                        "/conversations",
                        "/imports",
                        "/search",
                        "/users",
                        "/auth/me",
                        "/auth/tokens",
                        "/admin/outbox")) {
            assertThat(anonymous().get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void descriptionHasEveryResource() {
        String description =
                given().baseUri(RunningServer.stack().url()).get("/openapi?format=JSON").asString();
        assertThat(description)
                .contains(
                        "/api/v1/artifacts/{id}/content",
                        "/api/v1/artifacts/{id}/versions/{versionId}/content",
                        "/api/v1/conversations/{id}/messages",
                        "/api/v1/imports/{id}/items",
                        "/api/v1/search",
                        "/api/v1/auth/login");
    }
}
