package io.artifactor.web;

import io.artifactor.cache.OnceInAWhile;
import io.artifactor.identity.AddressRange;
import io.artifactor.identity.ClientAddress;
import io.artifactor.limit.Allowance;
import io.artifactor.limit.Counted;
import io.artifactor.limit.RequestLimits;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Holds everyone to a number of requests a minute: users by their account, others by the address
 * they come from, and attempts to sign in by the address more strictly. Every answer says what is
 * left.
 */
@ApplicationScoped
public class RateLimits {

    private static final Logger LOG = Logger.getLogger(RateLimits.class.getName());
    private static final Set<String> SIGN_IN =
            Set.of(
                    "/api/v1/auth/login",
                    "/api/v1/auth/browser",
                    "/api/v1/auth/refresh",
                    "/api/v1/auth/realm-links/redeem",
                    "/api/v1/auth/password-resets/redeem",
                    "/api/v1/auth/password-resets");

    private static final String SHARED = "/api/v1/share/";
    private static final String UNLOCK = "/unlock";

    @Inject private RequestLimits limits;
    @Inject private RateLimitSettings settings;
    @Inject private ClientAddress address;

    private final OnceInAWhile noted = new OnceInAWhile(Duration.ofMinutes(1));
    private List<AddressRange> exempt = List.of();

    @PostConstruct
    void readExemptions() {
        exempt = settings.exempt();
    }

    /** Whether the request may go on; else it is answered already. */
    boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from =
                address.of(request.getRemoteAddr(), request.getHeaders(ClientAddress.FORWARDED));
        Counted limit = limit(request, from);
        if (limit.perMinute() <= 0 || exempt.stream().anyMatch(range -> range.contains(from))) {
            return true;
        }
        Allowance allowance = limits.take(limit);
        describe(limit, allowance, response);
        if (!allowance.granted()) {
            note(limit);
            refuse(limit, allowance, request, response);
        }
        return allowance.granted();
    }

    /** By what failed attempts of the request are counted; nothing if it is exempt. */
    public Optional<String> countedNetwork(HttpServletRequest request) {
        String from =
                address.of(request.getRemoteAddr(), request.getHeaders(ClientAddress.FORWARDED));
        return exempt.stream().anyMatch(range -> range.contains(from))
                ? Optional.empty()
                : Optional.of(ClientAddress.networkOf(from));
    }

    private Counted limit(HttpServletRequest request, String from) {
        if (request.getMethod().equals("POST") && isAboutPasswords(RequestPath.of(request))) {
            return new Counted("sign-in", ClientAddress.networkOf(from), settings.signIn(), true);
        }
        Principal user = request.getUserPrincipal();
        if (ExtensionOrigins.isCapture(request)) {
            // A page left open sends once a second, and old extensions name their user in the body.
            String key = user == null ? ClientAddress.networkOf(from) : user.getName();
            return new Counted("capture", key, settings.capture(), false);
        }
        return user == null
                ? new Counted(
                        "anonymous", ClientAddress.networkOf(from), settings.anonymous(), false)
                : new Counted("user", user.getName(), settings.user(), false);
    }

    private static boolean isAboutPasswords(String path) {
        return SIGN_IN.contains(path) || (path.startsWith(SHARED) && path.endsWith(UNLOCK));
    }

    private static void describe(Counted limit, Allowance left, HttpServletResponse response) {
        long reset = seconds(left.granted() ? left.full() : left.retryAfter());
        String policy = "\"" + limit.kind() + "\"";
        response.setHeader("RateLimit-Policy", policy + ";q=" + limit.perMinute() + ";w=60");
        response.setHeader("RateLimit", policy + ";r=" + left.remaining() + ";t=" + reset);
        response.setHeader("RateLimit-Limit", String.valueOf(limit.perMinute()));
        response.setHeader("RateLimit-Remaining", String.valueOf(left.remaining()));
        response.setHeader("RateLimit-Reset", String.valueOf(reset));
    }

    /** Once a minute: a flood is to be seen in the log, and not to fill it. */
    private void note(Counted limit) {
        if (noted.isNew(limit.kind() + " " + limit.who())) {
            LOG.log(
                    Level.WARNING,
                    "More than {0} requests a minute are refused ({1}, {2})",
                    new Object[] {limit.perMinute(), limit.kind(), limit.who()});
        }
    }

    private static void refuse(
            Counted limit, Allowance left, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long seconds = Math.max(1, seconds(left.retryAfter()));
        response.setHeader("Retry-After", String.valueOf(seconds));
        Problem problem =
                new Problem(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "At most %,d requests a minute are taken (%s); try again in %d s."
                                .formatted(limit.perMinute(), limit.kind(), seconds));
        ProblemAnswer.send(problem, request.getRequestURI(), request, response);
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
