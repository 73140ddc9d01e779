package io.artifactor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks again when the server says that it is too busy (429, 503), waiting as long as it says. Only
 * what may be asked twice is: reading, and requests with a key by which the server knows a
 * repetition.
 */
final class Retries {

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(5);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final @Nullable Surroundings surroundings;

    private Retries(@Nullable Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Retries none() {
        return new Retries(null);
    }

    static Retries in(Surroundings surroundings) {
        return new Retries(surroundings);
    }

    HttpResponse<InputStream> send(
            HttpRequest request, Function<HttpRequest, HttpResponse<InputStream>> sender) {
        Duration unasked = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            HttpResponse<InputStream> response = sender.apply(request);
            boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
            if (surroundings == null || !busy || !repeatable(request) || attempt == MOST_ATTEMPTS) {
                return response;
            }
            Duration wait = asked(response).orElse(unasked);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                return response;
            }
            discard(response);
            if (wait.compareTo(WORTH_A_WORD) >= 0) {
                surroundings
                        .terminal()
                        .note(
                                "The server is busy (HTTP %d); asking again in %d seconds."
                                        .formatted(response.statusCode(), wait.toSeconds()));
            }
            surroundings.pause().accept(wait);
            unasked = unasked.multipliedBy(2);
        }
    }

    private static boolean repeatable(HttpRequest request) {
        return SAFE.contains(request.method())
                || request.headers().firstValue(ArtifactorClient.IDEMPOTENCY_KEY).isPresent();
    }

    /** What {@code Retry-After} says, in seconds or as a date. */
    private static Optional<Duration> asked(HttpResponse<?> response) {
        String said = response.headers().firstValue("Retry-After").orElse("").strip();
        if (said.matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration until = Duration.between(Instant.now(), then);
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    private static void discard(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            body.readAllBytes();
        } catch (IOException brokenOff) {
            return; // nobody wanted it
        }
    }
}
