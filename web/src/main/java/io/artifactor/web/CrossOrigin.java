package io.artifactor.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of the origins in {@code ARTIFACTOR_CORS_ORIGINS}, and browser extensions named there,
 * use the interface; there are none by default. Nothing is said to others, so that browsers keep
 * them out. Requests carry tokens, never cookies, so no credentials are allowed.
 */
@ApplicationScoped
public class CrossOrigin {

    private static final Logger LOG = Logger.getLogger(CrossOrigin.class.getName());
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?"
                            + "|(chrome|moz|safari-web)-extension://[A-Za-z0-9-]+");

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String TAKEN =
            "Accept, Authorization, Content-Digest, Content-Type, DPoP, Idempotency-Key, If-Match,"
                    + " If-None-Match, If-Range, Range, Repr-Digest, Share-Ticket, Tus-Resumable,"
                    + " Upload-Length, Upload-Metadata, Upload-Offset, X-Request-Id";
    private static final String SHOWN =
            "Accept-Ranges, Content-Disposition, Content-Range, Deprecation, ETag,"
                    + " Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Limit,"
                    + " RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset, Repr-Digest,"
                    + " Retry-After, Sunset, Tus-Resumable, Upload-Length, Upload-Offset,"
                    + " X-Process-Time, X-Request-Id";

    private final Set<String> origins;
    private final ExtensionOrigins extensions;

    /** For the container's proxy. */
    protected CrossOrigin() {
        this.origins = Set.of();
        this.extensions = new ExtensionOrigins();
    }

    @Inject
    public CrossOrigin(
            @ConfigProperty(name = "artifactor.cors.origins") Optional<String> origins,
            ExtensionOrigins extensions) {
        this.extensions = extensions;
        this.origins =
                Arrays.stream(origins.orElse("").split(","))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .filter(CrossOrigin::isOrigin)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOrigin(String text) {
        boolean fits = ORIGIN.matcher(text).matches();
        if (!fits) {
            LOG.log(
                    Level.WARNING,
                    "ARTIFACTOR_CORS_ORIGINS: {0} is no origin such as https://example.org, and"
                            + " lets nobody in",
                    text);
        }
        return fits;
    }

    /** A browser's question whether a page may send a request. */
    static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    void permit(HttpServletRequest request, HttpServletResponse response) {
        if (ExtensionOrigins.isCapture(request)) {
            permitExtension(request, response);
            return;
        }
        if (!origins.isEmpty()) {
            response.addHeader("Vary", "Origin");
        }
        String origin = request.getHeader("Origin");
        Optional<String> allowed = origins.stream().filter(it -> it.equals(origin)).findFirst();
        if (allowed.isEmpty()) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", allowed.get());
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            response.setHeader("Access-Control-Allow-Headers", TAKEN);
            response.setHeader("Access-Control-Max-Age", "600");
        } else {
            response.setHeader("Access-Control-Expose-Headers", SHOWN);
        }
    }

    private void permitExtension(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin == null || !(extensions.permits(origin) || origins.contains(origin))) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        if (isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "POST");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
            response.setHeader("Access-Control-Max-Age", "600");
        }
    }
}
