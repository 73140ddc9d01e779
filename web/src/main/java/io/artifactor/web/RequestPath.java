package io.artifactor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The path of a request as the container and the resources read it. One path has many spellings
 * ({@code /%61pi/v1/auth;x/login/}), and what is counted or guarded must be so under each.
 */
final class RequestPath {

    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private RequestPath() {}

    static String of(HttpServletRequest request) {
        return plain(
                Objects.requireNonNullElse(request.getServletPath(), "")
                        + Objects.requireNonNullElse(request.getPathInfo(), ""));
    }

    /** Decoded already; without parameters, and without a slash at the end. */
    static String plain(String path) {
        String single = SLASHES.matcher(PARAMETERS.matcher(path).replaceAll("")).replaceAll("/");
        return single.length() > 1 && single.endsWith("/")
                ? single.substring(0, single.length() - 1)
                : single;
    }
}
