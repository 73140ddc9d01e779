package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProviderWebTest {

    @Test
    void nobodyIsSentElsewhere() throws IOException {
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/keys",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
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
        URI keys = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
        try {
            assertThatThrownBy(() ->
                            new ProviderWeb(Set.of("127.0.0.1"), Optional.empty())
                                    .retrieveResource(keys.toURL()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("302");
            assertThat(elsewhere).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyIsAskedWhoWasNotNamed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        URI keys = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
        try {
            ProviderWeb web = new ProviderWeb(Set.of("id.example.org"), Optional.empty());
            assertThatThrownBy(() -> web.retrieveResource(keys.toURL()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ARTIFACTOR_OIDC_HOSTS");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
