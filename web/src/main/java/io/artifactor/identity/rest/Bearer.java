package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.identity.ShownToken;
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
    private static final String REALM = "realm=\"artifactor\"";
    private static final String INVALID_TOKEN = ", error=\"invalid_token\"";
    private static final String INVALID_PROOF = ", error=\"invalid_dpop_proof\"";

    private Bearer() {}

    /** The token a request carries, if it carries one. */
    static Optional<Token> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        for (ShownToken.Scheme scheme : ShownToken.Scheme.values()) {
            int length = scheme.name().length();
            if (header.regionMatches(true, 0, scheme.name() + ' ', 0, length + 1)) {
                return Optional.of(new Token(scheme, header.substring(length).strip()));
            }
        }
        return Optional.empty();
    }

    /** What stands under {@code Authorization}. */
    record Token(ShownToken.Scheme scheme, String text) {

        boolean isBound() {
            return scheme == ShownToken.Scheme.DPOP;
        }

        @Override
        public String toString() {
            return "Token[" + scheme + "]";
        }
    }

    /** What a request that was refused with 401 is to bring (RFC 6750, RFC 9449). */
    static String challenge(HttpServletRequest request) {
        Optional<ProblemCode> failure = failure(request).flatMap(Bearer::code);
        if (failure.filter(ProblemCode.PROOF_REFUSED::equals).isPresent()) {
            return ofProof(INVALID_PROOF);
        }
        boolean bound = token(request).filter(Token::isBound).isPresent();
        if (bound || failure.filter(ProblemCode.PROOF_REQUIRED::equals).isPresent()) {
            return ofProof(INVALID_TOKEN);
        }
        return "Bearer " + REALM + (isRefused(request) ? INVALID_TOKEN : "");
    }

    private static String ofProof(String error) {
        return "DPoP " + REALM + error + ", algs=\"" + ShownToken.proofAlgorithms() + '"';
    }

    private static Optional<ProblemCode> code(RuntimeException failure) {
        return failure instanceof Problem problem ? Optional.of(problem.code()) : Optional.empty();
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
