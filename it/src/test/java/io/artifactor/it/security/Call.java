package io.artifactor.it.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request that whoever may send it sends with success. */
final class Call {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final String operation;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private List<String> places = List.of();
    private String query = "";
    private Map<String, ?> json = Map.of();
    private byte[] body = {};
    private boolean mayConflict;

    /** Of an operation as {@code METHOD /path/{parameter}}. */
    Call(String operation) {
        this.operation = operation;
    }

    /** What stands for the parameters of the path, in their order. */
    Call at(String... values) {
        places = List.of(values);
        return this;
    }

    List<String> places() {
        return places;
    }

    Call query(String name, String value) {
        query += (query.isEmpty() ? "?" : "&") + name + "=" + value;
        return this;
    }

    Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Whatever the thing was changed to meanwhile. */
    Call anyTag() {
        return header("If-Match", "*");
    }

    Call json(Map<String, ?> document) {
        json = document;
        try {
            return body("application/json", JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The document that is sent. */
    Map<String, ?> json() {
        return json;
    }

    Call body(String type, String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", type);
    }

    /** Other work may be in the way of it: 409 says that the caller was allowed. */
    Call mayConflict() {
        mayConflict = true;
        return this;
    }

    boolean isWell(int status) {
        return status < 400 || (mayConflict && status == 409);
    }

    String operation() {
        return operation;
    }

    /** The same about other things. */
    Call elsewhere(List<String> values) {
        Call other = new Call(operation);
        other.headers.putAll(headers);
        other.places = List.copyOf(values);
        other.query = query;
        other.json = json;
        other.body = body;
        other.mayConflict = mayConflict;
        return other;
    }

    /** The same with another document. */
    Call instead(Map<String, ?> document) {
        return elsewhere(places).json(document);
    }

    HttpResponse<byte[]> send(Optional<String> token) {
        try {
            return HTTP.send(request(token), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(Optional<String> token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningServer.stack().url() + path() + query))
                        .method(
                                operation.substring(0, operation.indexOf(' ')),
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        headers.forEach(request::header);
        return request.build();
    }

    private String path() {
        String path = operation.substring(operation.indexOf(' ') + 1);
        List<String> left = new ArrayList<>(places);
        while (path.contains("{")) {
            if (left.isEmpty()) {
                throw new IllegalStateException("Say at what: " + operation);
            }
            path = path.replaceFirst("\\{[^}]*}", left.remove(0));
        }
        return path;
    }

    @Override
    public String toString() {
        return operation + " at " + places;
    }
}
