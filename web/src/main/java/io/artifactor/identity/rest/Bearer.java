package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What the authentication of a request found, kept with the request. */
final class Bearer {

    private static final String FOUND = Bearer.class.getName() + ".found";
    private static final String REFUSED = Bearer.class.getName() + ".refused";
    private static final String FAILURE = Bearer.class.getName() + ".failure";
    private static final String FOREIGN = Bearer.class.getName() + ".foreign";
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token a request carries, if it carries one. */
    static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }

    static void accept(HttpServletRequest request, Authenticated authenticated) {
        request.setAttribute(FOUND, authenticated);
    }

    static void refuse(HttpServletRequest request) {
        request.setAttribute(REFUSED, Boolean.TRUE);
    }

    /** A page of another site may have made the browser send it. */
    static void refuseForeign(HttpServletRequest request) {
        request.setAttribute(FOREIGN, Boolean.TRUE);
    }

    static void fail(HttpServletRequest request, RuntimeException failure) {
        request.setAttribute(FAILURE, failure);
    }

    static Optional<Authenticated> authenticated(HttpServletRequest request) {
        return request.getAttribute(FOUND) instanceof Authenticated found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Whether the token it carries is not valid. */
    static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }

    private static boolean isForeign(HttpServletRequest request) {
        return request.getAttribute(FOREIGN) != null;
    }

    /** Refuses a request whose token or cookie must not count, wherever it goes. */
    static void requireSound(HttpServletRequest request) {
        failure(request)
                .ifPresent(failure -> {
                    throw failure;
                });
        if (isForeign(request)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "With a browser's cookie, only pages of this server change anything; other"
                            + " clients send a token as Authorization: Bearer.");
        }
        if (isRefused(request)) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED,
                    "The token is not valid, has expired or was revoked; sign in again.");
        }
    }

    /** Why nobody could tell whether the token is valid. */
    private static Optional<RuntimeException> failure(HttpServletRequest request) {
        return request.getAttribute(FAILURE) instanceof RuntimeException failure
                ? Optional.of(failure)
                : Optional.empty();
    }
}
