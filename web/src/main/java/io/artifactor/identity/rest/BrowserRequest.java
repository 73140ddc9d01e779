package io.artifactor.identity.rest;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a browser says of a request that it sends with a cookie. */
final class BrowserRequest {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SAME_ORIGIN = "same-origin";

    private BrowserRequest() {}

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    /**
     * Whether a page of another site could be behind it. The browser adds the cookie by itself, so
     * what changes anything must come from a page of ours, and say so.
     */
    static boolean isForeign(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals(SAME_ORIGIN);
        }
        String origin = request.getHeader("Origin");
        return origin == null || !isSame(origin, request.getHeader("Host"));
    }

    private static boolean isSame(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
