package io.artifactor.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and how it is packed. */
class AnswerHeadersIT extends ServerTest {

    private final TestingUser user = newUser();

    private HttpResponse<byte[]> plain(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningServer.stack().url() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + user.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private String add(String title, String content) {
        return as(user).contentType(ContentType.JSON)
                .body(Map.of("title", title, "description", "d".repeat(3_000), "content", content))
                .post("/artifacts")
                .path("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/artifacts", "/nothing", "/auth/me", "/artifacts?size=0", "/health"})
    void everyAnswerSaysWhoItIsAndHowLongItTookAndIsKeptFromHarm(String path) {
        Response answer = as(user).header("X-Request-Id", "my-id_1.2").get(path);

        assertThat(answer.header("X-Request-Id")).isEqualTo("my-id_1.2");
        assertThat(Double.parseDouble(answer.header("X-Process-Time"))).isBetween(0.0, 60_000.0);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "<script>", "é"})
    void aRequestIdThatIsNoTokenIsReplaced(String id) {
        assertThat(as(user).header("X-Request-Id", id).get("/health").header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void privateDocumentsAreNotKeptByCachesAndSecretsNotAtAll() {
        assertThat(as(user).get("/artifacts").header("Cache-Control")).contains("private");
        assertThat(as(user).get("/auth/tokens").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void longDocumentsArePackedForThoseWhoTakeIt() throws Exception {
        add("Packed", "x");

        HttpResponse<byte[]> packed = plain("/artifacts", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> open = plain("/artifacts");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(open.body().length / 2);
        assertThat(open.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(open.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(new String(unpacked, UTF_8)).isEqualTo(new String(open.body(), UTF_8));
    }

    @Test
    void aLongSingleDocumentIsPackedToo() throws Exception {
        String id = add("Packed", "x");
        Response version = as(user).get("/artifacts/{id}/versions", id);
        assertThat(version.statusCode()).isEqualTo(200);

        HttpResponse<byte[]> packed = plain("/artifacts/" + id, "Accept-Encoding", "gzip, br");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain("/artifacts/" + id).body());
    }

    @Test
    void shortDocumentsAndContentAreSentAsTheyAre() throws Exception {
        String id = add("Content", "word ".repeat(1_000));

        HttpResponse<byte[]> content =
                plain("/artifacts/" + id + "/content", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> part =
                plain(
                        "/artifacts/" + id + "/content",
                        "Accept-Encoding",
                        "gzip",
                        "Range",
                        "bytes=0-2999");

        assertThat(content.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(content.body()).hasSize(5_000);
        assertThat(part.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(part.body()).hasSize(3_000);
        assertThat(
                        plain("/health", "Accept-Encoding", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                .isEmpty();
    }
}
