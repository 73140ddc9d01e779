package io.artifactor.identity.rest;

import io.artifactor.identity.PageOrigin;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a browser says of a request that it sends with a cookie. */
final class BrowserRequest {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

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

    /** Whether a page of another site could be behind what changes anything. */
    static boolean isForeign(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && !PageOrigin.isOurs(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader("Origin"),
                        request.getHeader("Host"));
    }
}
