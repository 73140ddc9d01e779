package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that answers as it was told, and remembers what it was asked. What it was told nothing
 * about is not found, in the form the real one gives. Several answers to one question are given in
 * turn; the last one is repeated. It can go away and come back at the same port.
 */
final class TestingServer implements AutoCloseable {

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer http;

    TestingServer() {
        http = start(0);
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return http.getAddress().getPort();
    }

    /**
     * Tells it what to say, for instance to {@code GET /artifacts} or, with query, more exactly.
     */
    TestingServer on(String question, Answer... inTurn) {
        answers.put(question, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    TestingServer signedIn() {
        return on(
                "GET /auth/me",
                Answer.json(
                        """
                        {"id":"u1","username":"anna","displayName":"Anna K","roles":["user"],
                         "personalWorkspaceId":"w1","passwordChangeRequired":false}\
                        """));
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The requests so far to a question such as {@code POST /imports}. */
    List<Asked> asked(String question) {
        return asked().stream().filter(a -> a.question().equals(question)).toList();
    }

    void goAway() {
        http.stop(0);
    }

    void comeBack() {
        http = start(port());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private HttpServer start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath().replaceFirst("^/api/v1", "");
            String query = exchange.getRequestURI().getRawQuery();
            String question = exchange.getRequestMethod() + " " + path;
            asked.add(
                    new Asked(
                            question,
                            query == null ? "" : query,
                            Map.copyOf(exchange.getRequestHeaders()),
                            body));
            Answer answer = next(question + "?" + query, next(question, Answer.notFound()));
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            long length = answer.announced();
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer next(String question, Answer otherwise) {
        Deque<Answer> queue = answers.getOrDefault(question, new ArrayDeque<>());
        synchronized (queue) {
            if (queue.isEmpty()) {
                return otherwise;
            }
            return queue.size() == 1 ? queue.getFirst() : queue.removeFirst();
        }
    }

    /** A request as it arrived. */
    record Asked(String question, String query, Map<String, List<String>> headers, byte[] body) {

        JsonNode json() {
            try {
                return Json.parse(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String token() {
            return headers.getOrDefault("Authorization", List.of("")).getFirst();
        }
    }

    /**
     * What is said.
     *
     * @param announced the length in the header, which a broken answer does not keep
     */
    record Answer(int status, Map<String, String> headers, byte[] body, long announced) {

        static Answer json(String document) {
            return of(200, "application/json", document);
        }

        static Answer created(String document) {
            return of(201, "application/json", document);
        }

        static Answer accepted(String document) {
            return of(202, "application/json", document);
        }

        static Answer empty() {
            return new Answer(204, Map.of(), new byte[0], 0);
        }

        static Answer problem(int status, String code, String title, String detail) {
            return of(
                    status,
                    "application/problem+json",
                    """
                    {"type":"urn:artifactor:problem:%s","title":"%s","status":%d,"detail":"%s",
                     "code":"%s","requestId":"req-7"}\
                    """
                            .formatted(code, title, status, detail, code));
        }

        static Answer notFound() {
            return problem(404, "not-found", "Not found", "There is nothing here");
        }

        static Answer of(int status, String mediaType, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return new Answer(status, Map.of("Content-Type", mediaType), bytes, bytes.length);
        }

        static Answer bytes(byte[] content) {
            return new Answer(
                    200,
                    Map.of("Content-Type", "application/octet-stream"),
                    content,
                    content.length);
        }

        Answer with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body, announced);
        }

        Answer brokenOffAfter(int bytes) {
            return new Answer(status, headers, Arrays.copyOf(body, bytes), body.length);
        }
    }
}
