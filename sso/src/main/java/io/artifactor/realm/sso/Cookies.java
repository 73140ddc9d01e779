package io.artifactor.realm.sso;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a browser sends along. */
final class Cookies {

    private Cookies() {}

    static Stream<Cookie> of(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }

    static Optional<String> value(HttpServletRequest request, String name) {
        return of(request)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
