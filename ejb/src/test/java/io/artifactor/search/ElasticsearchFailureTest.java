package io.artifactor.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.artifactor.outbox.ReaderUnavailable;
import io.artifactor.paging.PageRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever Elasticsearch does, a search learns soon that PostgreSQL has to answer. */
class ElasticsearchFailureTest {

    private static final SearchQuery QUERY = SearchQuery.of("x", PageRequest.first());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "503 | text/html        | <html>Service Unavailable</html>",
                "429 | application/json | {\"error\": {\"type\": \"busy\"}, \"status\": 429}",
                "500 | application/json | {}",
                "500 | text/plain       | ``",
                "200 | text/html        | <html>Sign in</html>",
                "200 | application/json | {",
                "200 | application/json | {}",
                "200 | application/json | {\"hits\": 5}",
                "200 | application/json | {\"took\": 1, \"timed_out\": false, \"_shards\": {\"total\": 1,"
                        + " \"successful\": 1, \"failed\": 0}, \"hits\": {\"hits\": [{\"_index\":"
                        + " \"i\", \"_id\": \"no id of ours\", \"_source\": {}}]}}",
            })
    void anyBadAnswerMeansItIsAway(int status, String type, String body) throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] bytes = body.getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", type);
                    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        ElasticsearchConnection connection = connection(server.getAddress().getPort());
        try {
            assertThatThrownBy(() ->
                            new ElasticsearchIndex(connection)
                                    .find(QUERY, Set.of("u:somebody"), Matching.EXACT))
                    .isInstanceOf(ReaderUnavailable.class);
        } finally {
            connection.close();
            server.stop(0);
        }
    }

    @Test
    void nobodyIsSentElsewhere() throws IOException {
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer server = HttpServer.create(loopback(), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.createContext(
                "/elsewhere",
                exchange -> {
                    elsewhere.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        ElasticsearchConnection connection = connection(server.getAddress().getPort());
        try {
            assertThatThrownBy(() -> connection.client().indices().get(g -> g.index("any")))
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(() -> connection.quick().indices().get(g -> g.index("any")))
                    .isInstanceOf(Exception.class);
            assertThat(elsewhere).hasValue(0);
        } finally {
            connection.close();
            server.stop(0);
        }
    }

    @Test
    void oneThatNeverAnswersIsGivenUpSoon() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ElasticsearchConnection connection = connection(silent.getLocalPort());
            Instant start = Instant.now();

            assertThatThrownBy(() ->
                            new ElasticsearchIndex(connection)
                                    .find(QUERY, Set.of("u:somebody"), Matching.EXACT))
                    .isInstanceOf(ReaderUnavailable.class);

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
            connection.close();
        }
    }

    @Test
    void whetherItIsAwayIsKnownWithoutWaitingForIt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ElasticsearchConnection connection = connection(silent.getLocalPort());
            ElasticsearchGate gate = new ElasticsearchGate();
            gate.answers(true);
            gate.isComplete(true);
            Search search = new Search(gate);
            assertThat(search.isDegraded()).isFalse();

            new ElasticsearchProbe(new ElasticsearchStore(connection), gate).ask();

            Instant start = Instant.now();
            assertThat(search.isDegraded()).isTrue();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(100));
            connection.close();
        }
    }

    @Test
    void anIndexThatIsStillBeingFilledAnswersNothing() {
        ElasticsearchGate gate = new ElasticsearchGate();
        gate.answers(true);
        assertThat(gate.isOpen()).isFalse();
        gate.isComplete(true);
        assertThat(gate.isOpen()).isTrue();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static ElasticsearchConnection connection(int port) {
        ElasticsearchConnection connection =
                new ElasticsearchConnection(
                        new SearchSettings() {
                            @Override
                            List<URI> urls() {
                                return List.of(URI.create("http://127.0.0.1:" + port));
                            }

                            @Override
                            Optional<String> user() {
                                return Optional.empty();
                            }

                            @Override
                            Optional<Path> authority() {
                                return Optional.empty();
                            }
                        });
        connection.open();
        return connection;
    }
}
