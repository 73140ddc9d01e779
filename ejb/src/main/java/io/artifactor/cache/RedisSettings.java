package io.artifactor.cache;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where Redis is, if there is one: {@code ARTIFACTOR_REDIS_URL} ({@code redis://host:port/number},
 * {@code rediss} for TLS), {@code ARTIFACTOR_REDIS_USER}, {@code ARTIFACTOR_REDIS_PASSWORD} or
 * {@code ARTIFACTOR_REDIS_PASSWORD_FILE}, {@code ARTIFACTOR_REDIS_CA}, a PEM file with the
 * authority its certificate is from, {@code ARTIFACTOR_REDIS_PREFIX}, with which all keys begin,
 * and {@code ARTIFACTOR_REDIS_WAIT}, how many milliseconds it has for an answer.
 */
@ApplicationScoped
class RedisSettings {

    private static final int LONGEST_WAIT = 10_000;

    @Inject
    @ConfigProperty(name = "artifactor.redis.url")
    private Optional<URI> url;

    @Inject
    @ConfigProperty(name = "artifactor.redis.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "artifactor.redis.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "artifactor.redis.password.file")
    private Optional<Path> passwordFile;

    @Inject
    @ConfigProperty(name = "artifactor.redis.ca")
    private Optional<Path> authority;

    @Inject
    @ConfigProperty(name = "artifactor.redis.prefix", defaultValue = "artifactor")
    private String prefix;

    @Inject
    @ConfigProperty(name = "artifactor.redis.wait", defaultValue = "100")
    private int wait;

    @PostConstruct
    void check() {
        if (wait < 1 || wait > LONGEST_WAIT) {
            throw new IllegalStateException(
                    "ARTIFACTOR_REDIS_WAIT: %d is not a number of milliseconds from 1 to %d."
                            .formatted(wait, LONGEST_WAIT));
        }
        url.ifPresent(RedisSettings::check);
        passwordFile.ifPresent(RedisSettings::firstLine);
        authority.ifPresent(file -> {
            if (!Files.isReadable(file)) {
                throw new IllegalStateException(
                        "ARTIFACTOR_REDIS_CA: %s cannot be read.".formatted(file));
            }
        });
    }

    // The address may hold a password, so it is not repeated.
    private static void check(URI url) {
        if (url.getHost() == null || !List.of("redis", "rediss").contains(url.getScheme())) {
            throw new IllegalStateException(
                    "ARTIFACTOR_REDIS_URL: not an address like redis://host:6379 or"
                            + " rediss://host:6379.");
        }
    }

    public Optional<URI> url() {
        return url;
    }

    public Optional<String> user() {
        return user;
    }

    public Optional<String> password() {
        return passwordFile.map(RedisSettings::firstLine).or(() -> password);
    }

    public Optional<Path> authority() {
        return authority;
    }

    public String prefix() {
        return prefix;
    }

    /** For one answer. */
    public Duration patience() {
        return Duration.ofMillis(wait);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("ARTIFACTOR_REDIS_PASSWORD_FILE cannot be read", e);
        }
    }
}
