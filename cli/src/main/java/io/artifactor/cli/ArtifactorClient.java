package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server's API over HTTP. Every refusal is a {@link ServerProblem}, every silence a {@link
 * ServerAway}.
 *
 * <p>Redirects are not followed: they would carry the token to wherever they point. HTTP/1.1 is
 * spoken, because asking a plain connection to become HTTP/2 gains nothing and troubles uploads.
 */
final class ArtifactorClient {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration SENT_WITHIN = Duration.ofMinutes(10);
    private static final String PROBLEM = "application/problem+json";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_WITHIN)
                    .build();

    private final ServerAddress server;
    private final @Nullable String token;
    private final Retries retries;

    /** A way to the server that asks once. */
    ArtifactorClient(ServerAddress server, @Nullable String token) {
        this(server, token, Retries.none());
    }

    ArtifactorClient(ServerAddress server, @Nullable String token, Retries retries) {
        this.server = server;
        this.token = token;
        this.retries = retries;
    }

    ServerAddress server() {
        return server;
    }

    JsonNode get(String path) {
        return get(path, Query.none());
    }

    JsonNode get(String path, Query query) {
        return exchange(request(path, query).timeout(ANSWER_WITHIN).GET().build());
    }

    JsonNode post(String path) {
        return post(path, Query.none());
    }

    JsonNode post(String path, Query query) {
        return exchange(
                request(path, query).timeout(ANSWER_WITHIN).POST(BodyPublishers.noBody()).build());
    }

    JsonNode post(String path, JsonNode body) {
        return exchange(
                request(path, Query.none())
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build());
    }

    JsonNode put(String path, JsonNode body) {
        return exchange(
                request(path, Query.none())
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build());
    }

    /**
     * Changes a thing.
     *
     * @param seen the tag of the state the change is meant for; {@code *} for whatever is there
     */
    JsonNode change(String path, String seen, JsonNode body) {
        return exchange(
                request(path, Query.none())
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .header("If-Match", seen)
                        .method("PATCH", BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build());
    }

    void delete(String path) {
        exchange(request(path, Query.none()).timeout(ANSWER_WITHIN).DELETE().build());
    }

    JsonNode delete(String path, Query query) {
        return exchange(request(path, query).timeout(ANSWER_WITHIN).DELETE().build());
    }

    /** Deletes what is still at the revision that was read. */
    void delete(String path, long revision) {
        delete(path, Query.none(), revision);
    }

    /** The same, with more to say about it. */
    JsonNode delete(String path, Query query, long revision) {
        return delete(path, query, "\"" + revision + "\"");
    }

    /** Deletes it, whatever was changed about it. */
    void deleteAny(String path) {
        delete(path, Query.none(), "*");
    }

    private JsonNode delete(String path, Query query, String seen) {
        return exchange(
                request(path, query)
                        .timeout(ANSWER_WITHIN)
                        .header("If-Match", seen)
                        .DELETE()
                        .build());
    }

    /** Sends a file as it is. It may take as long as it takes. */
    JsonNode upload(String path, Query query, Upload upload) {
        return exchange(
                request(path, query)
                        .header("Content-Type", "application/octet-stream")
                        .POST(upload.body())
                        .build());
    }

    /**
     * Sends content.
     *
     * @param headers names and values in turn
     */
    Answer send(String method, String path, Query query, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                request(path, query).timeout(SENT_WITHIN).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(request.build());
    }

    /** Opens content for reading; the caller closes it. */
    Content content(String path) {
        HttpRequest request =
                request(path, Query.none())
                        .setHeader("Accept", "*/*")
                        .timeout(ANSWER_WITHIN)
                        .GET()
                        .build();
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() != 200) {
            throw refusal(response);
        }
        String digest = response.headers().firstValue("Repr-Digest").orElse("");
        return new Content(server, response.body(), Sha256.ofHeader(digest));
    }

    private HttpRequest.Builder request(String path, Query query) {
        URI uri = server.api(path, query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Accept", "application/json, application/problem+json")
                        .header("User-Agent", "artifactor-cli/" + Version.text());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private JsonNode exchange(HttpRequest request) {
        return answer(request).body();
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw refusal(response);
        }
        String location = response.headers().firstValue("Location").orElse("");
        byte[] body = read(response);
        if (body.length == 0) {
            return new Answer(response.statusCode(), location, Json.object());
        }
        try {
            return new Answer(response.statusCode(), location, Json.parse(body));
        } catch (IOException notJson) {
            throw ServerAway.strange(server, response.statusCode(), mediaType(response));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        return retries.send(request, this::sendOnce);
    }

    private HttpResponse<InputStream> sendOnce(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw ServerAway.because(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.FAILED, "Interrupted", e);
        }
    }

    private byte[] read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw ServerAway.because(server, e);
        }
    }

    private Failure refusal(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        byte[] body = read(response);
        if (status / 100 == 3) {
            String target = response.headers().firstValue("Location").orElse("elsewhere");
            return new Failure(
                    ExitCode.FAILED,
                    "The server at %s sends us to %s; give the address there with --server"
                            .formatted(server, target));
        }
        if (!mediaType(response).startsWith(PROBLEM)) {
            return ServerAway.strange(server, status, mediaType(response));
        }
        String requestId = response.headers().firstValue("X-Request-Id").orElse("");
        try {
            return ServerProblem.of(status, Json.parse(body), requestId);
        } catch (IOException notJson) {
            return ServerAway.strange(server, status, "a broken problem document");
        }
    }

    /**
     * What the server said when it did as it was asked.
     *
     * @param location of what was made or begun; may be empty
     * @param body an empty object if there was none
     */
    record Answer(int status, String location, JsonNode body) {}

    private static String mediaType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("no content type");
    }
}
