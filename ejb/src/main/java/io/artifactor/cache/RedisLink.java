package io.artifactor.cache;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis for questions and one for messages, both made in the background and again
 * when lost. A question is answered within {@link RedisSettings#patience()} or fails; after some
 * failures none is asked for seconds. Safe for all threads.
 */
@ApplicationScoped
public class RedisLink {

    private static final Logger LOG = Logger.getLogger(RedisLink.class.getName());
    private static final Metadata COMMANDS =
            Metadata.builder()
                    .withName("artifactor_redis_commands")
                    .withDescription("Commands sent to Redis, by what came of them")
                    .build();

    @Inject private RedisSettings settings;
    @Inject private MetricRegistry metrics;

    private final Circuit circuit = new Circuit(System::nanoTime);
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile @Nullable Lines lines;
    private volatile Listening listening = new Listening("", message -> {}, () -> {});

    private @Nullable ClientResources resources;
    private @Nullable RedisClient client;
    private Counter answered;
    private Counter failed;

    /** Both connections. */
    private record Lines(
            StatefulRedisConnection<String, byte[]> commands,
            StatefulRedisPubSubConnection<String, String> messages) {

        void close() {
            commands.closeAsync();
            messages.closeAsync();
        }
    }

    private record Listening(String channel, Consumer<String> heard, Runnable connected) {}

    @PostConstruct
    void begin() {
        answered = metrics.counter(COMMANDS, new Tag("outcome", "answered"));
        failed = metrics.counter(COMMANDS, new Tag("outcome", "failed"));
        if (isUsed()) {
            resources = RedisClients.resources();
            client = RedisClients.client(settings, resources);
            connect();
        }
    }

    /** Whether there is a Redis at all. */
    public boolean isUsed() {
        return settings.url().isPresent();
    }

    /** With what every key here begins. */
    public String prefix() {
        return settings.prefix();
    }

    /** For whoever waits for what {@link #send} gave: the answer or the failure is there before. */
    public Duration patience() {
        return settings.patience().multipliedBy(2).plusMillis(50);
    }

    /** Whether questions are being asked now. */
    boolean isAnswering() {
        return lines != null && !circuit.isOpen();
    }

    long failures() {
        return failed.getCount();
    }

    /**
     * Whom to tell of messages in the channel, and that there may have been some that were missed.
     */
    void listen(String channel, Consumer<String> heard, Runnable connected) {
        listening = new Listening(channel, heard, connected);
        Lines now = lines;
        if (now != null) {
            subscribe(now);
        }
    }

    /**
     * Asks without waiting; the answer, or a failure, comes in time.
     *
     * @throws RedisAway if there is nobody to ask now
     */
    public <T> RedisFuture<T> send(
            Function<RedisAsyncCommands<String, byte[]>, RedisFuture<T>> question) {
        if (!circuit.lets()) {
            throw new RedisAway("Redis did not answer lately");
        }
        Lines now = lines;
        if (now == null) {
            connect();
            throw new RedisAway("Redis is not connected yet");
        }
        RedisFuture<T> answer = question.apply(now.commands().async());
        answer.whenComplete((value, failure) -> note(now, failure));
        return answer;
    }

    private void note(Lines used, @Nullable Throwable failure) {
        if (failure == null) {
            answered.inc();
            circuit.succeeded();
            return;
        }
        failed.inc();
        if (failure instanceof RedisCommandExecutionException) {
            // A refusal, as of a full Redis, is an answer, and a quick one.
            circuit.succeeded();
        } else if (circuit.failed()) {
            LOG.log(Level.WARNING, "Redis does not answer; going on without: {0}", said(failure));
            // What hangs may hang for long; a new connection is a new chance.
            if (used == lines) {
                lines = null;
            }
            used.close();
        }
    }

    private void connect() {
        RedisClient asking = client;
        Optional<URI> url = settings.url();
        if (asking == null || url.isEmpty() || !connecting.compareAndSet(false, true)) {
            return;
        }
        try {
            connect(asking, RedisClients.address(settings, url.get()));
        } catch (RuntimeException e) {
            // The file with the password is gone, or the client is being closed.
            connected(null, e);
            connecting.set(false);
        }
    }

    private void connect(RedisClient asking, RedisURI address) {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> commands =
                asking.connectAsync(
                                RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                        .toCompletableFuture();
        commands.thenCompose(first ->
                        asking.connectPubSubAsync(StringCodec.UTF8, address)
                                .toCompletableFuture()
                                .whenComplete((second, failure) -> {
                                    if (failure != null) {
                                        first.closeAsync();
                                    }
                                })
                                .thenApply(second -> new Lines(first, second)))
                .whenComplete((made, failure) -> {
                    connected(made, failure);
                    connecting.set(false);
                });
    }

    private void connected(@Nullable Lines made, @Nullable Throwable failure) {
        if (made == null) {
            if (circuit.failed()) {
                LOG.log(
                        Level.WARNING,
                        "Redis cannot be reached; going on without: {0}",
                        failure == null ? "" : said(failure));
            }
            return;
        }
        made.messages()
                .addListener(
                        new RedisPubSubAdapter<>() {
                            @Override
                            public void message(String channel, String message) {
                                listening.heard().accept(message);
                            }

                            @Override
                            public void subscribed(String channel, long count) {
                                // Also after a connection that was lost and made again.
                                listening.connected().run();
                            }
                        });
        lines = made;
        circuit.succeeded();
        subscribe(made);
        LOG.info("Connected to Redis");
    }

    private void subscribe(Lines made) {
        String channel = listening.channel();
        if (!channel.isEmpty()) {
            made.messages().async().subscribe(channel);
        }
    }

    private static String said(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return cause.getClass().getSimpleName();
    }

    @PreDestroy
    void end() {
        if (client != null) {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
        if (resources != null) {
            resources.shutdown();
        }
    }
}
