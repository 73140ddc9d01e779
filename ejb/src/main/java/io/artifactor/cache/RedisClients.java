package io.artifactor.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.net.URI;
import java.time.Duration;

/**
 * Makes the client of Redis out of the settings: impatient, and never collecting what is undone.
 */
final class RedisClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CONNECTS = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 10_000;
    private static final int THREADS = 2;
    private static final int DEFAULT_PORT = 6379;

    private RedisClients() {}

    static ClientResources resources() {
        return DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .reconnectDelay(Delay.constant(BETWEEN_CONNECTS))
                .build();
    }

    static RedisClient client(RedisSettings settings, ClientResources resources) {
        RedisClient client = RedisClient.create(resources);
        ClientOptions.Builder options =
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(MOST_WAITING)
                        .socketOptions(
                                SocketOptions.builder()
                                        .connectTimeout(CONNECT)
                                        .keepAlive(true)
                                        .tcpNoDelay(true)
                                        .build())
                        .timeoutOptions(TimeoutOptions.enabled(settings.patience()));
        settings.authority()
                .ifPresent(file ->
                        options.sslOptions(
                                SslOptions.builder().trustManager(file.toFile()).build()));
        client.setOptions(options.build());
        return client;
    }

    static RedisURI address(RedisSettings settings, URI url) {
        RedisURI address = RedisURI.create(url);
        if (url.getPort() < 0) {
            address.setPort(DEFAULT_PORT);
        }
        settings.user().ifPresent(address::setUsername);
        settings.password().ifPresent(it -> address.setPassword(it.toCharArray()));
        address.setClientName("artifactor");
        address.setTimeout(CONNECT);
        return address;
    }
}
