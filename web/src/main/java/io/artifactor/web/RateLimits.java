package io.artifactor.web;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.github.bucket4j.TimeMeter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Holds everyone to a number of requests a minute: users by their account, others by the address
 * they come from, and attempts to sign in by the address more strictly. Every answer says what is
 * left.
 */
@ApplicationScoped
public class RateLimits {

    private static final int MOST_KEYS = 100_000;
    private static final int NETWORK_BYTES = 8;
    private static final Set<String> SIGN_IN = Set.of("/api/v1/auth/login", "/api/v1/auth/refresh");

    private final Buckets buckets = new Buckets(TimeMeter.SYSTEM_NANOTIME, MOST_KEYS);

    @Inject private RateLimitSettings settings;
    @Inject private ClientAddress address;

    private List<AddressRange> exempt = List.of();

    @PostConstruct
    void readExemptions() {
        exempt = settings.exempt();
    }

    /** Whether the request may go on; else it is answered already. */
    boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from = address.of(request);
        Limit limit = limit(request, from);
        if (limit.perMinute() <= 0 || exempt.stream().anyMatch(range -> range.contains(from))) {
            return true;
        }
        Allowance allowance = buckets.take(limit.name() + " " + limit.key(), limit.perMinute());
        describe(limit, allowance, response);
        if (!allowance.granted()) {
            refuse(limit, allowance, request, response);
        }
        return allowance.granted();
    }

    private Limit limit(HttpServletRequest request, String from) {
        if (request.getMethod().equals("POST") && SIGN_IN.contains(request.getRequestURI())) {
            return new Limit("sign-in", network(from), settings.signIn());
        }
        Principal user = request.getUserPrincipal();
        if (ExtensionOrigins.isCapture(request)) {
            // A page left open sends once a second, and old extensions name their user in the body.
            String key = user == null ? network(from) : user.getName();
            return new Limit("capture", key, settings.capture());
        }
        return user == null
                ? new Limit("anonymous", network(from), settings.anonymous())
                : new Limit("user", user.getName(), settings.user());
    }

    /** Whoever has one IPv6 address has the 2⁶⁴ around it. */
    static String network(String address) {
        return AddressRange.bytes(address)
                .filter(bytes -> bytes.length > Integer.BYTES)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)))
                .orElse(address);
    }

    private static void describe(Limit limit, Allowance left, HttpServletResponse response) {
        long reset = seconds(left.granted() ? left.full() : left.retryAfter());
        String policy = "\"" + limit.name() + "\"";
        response.setHeader("RateLimit-Policy", policy + ";q=" + limit.perMinute() + ";w=60");
        response.setHeader("RateLimit", policy + ";r=" + left.remaining() + ";t=" + reset);
        response.setHeader("RateLimit-Limit", String.valueOf(limit.perMinute()));
        response.setHeader("RateLimit-Remaining", String.valueOf(left.remaining()));
        response.setHeader("RateLimit-Reset", String.valueOf(reset));
    }

    private static void refuse(
            Limit limit, Allowance left, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long seconds = Math.max(1, seconds(left.retryAfter()));
        response.setHeader("Retry-After", String.valueOf(seconds));
        Problem problem =
                new Problem(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "At most %,d requests a minute are taken (%s); try again in %d s."
                                .formatted(limit.perMinute(), limit.name(), seconds));
        ProblemAnswer.send(problem, request.getRequestURI(), request, response);
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    private record Limit(String name, String key, int perMinute) {}
}
