package io.artifactor.identity.rest;

import io.artifactor.identity.Authenticated;
import io.artifactor.identity.Authentication;
import io.artifactor.identity.BrowserCookie;
import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Origin;
import io.artifactor.identity.PublicUrl;
import io.artifactor.identity.RequestOrigin;
import io.artifactor.identity.Role;
import io.artifactor.identity.ShownToken;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.realm.RealmTokens;
import io.artifactor.web.ProblemAnswer;
import io.artifactor.web.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Tells the container who a request's bearer token stands for: the user's id as the principal,
 * their roles as groups. It refuses nothing itself, because the runtime lets a refused request
 * through to unprotected resources; what it found stands with the request for {@link
 * BearerRefusal}.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(BearerAuthentication.class.getName());
    private static final String BASIC = "Basic ";
    private static final String SUBJECT_KEY = "com.ibm.wsspi.security.cred.cacheKey";

    @Inject private Authentication authentication;
    @Inject private RequestOrigin origin;
    @Inject private ClientAddress address;
    @Inject private BrowserCookie cookie;
    @Inject private RealmTokens realmTokens;
    @Inject private RateLimits limits;
    @Inject private PublicUrl publicUrl;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (isNamelessBasic(request)) {
            return refuseBasic(request, response);
        }
        Optional<Bearer.Token> token = Bearer.token(request);
        if (token.isEmpty()) {
            return byCookie(request, context);
        }
        if (Bearer.authenticated(request).isPresent()) {
            // The container asks again when it forwards, and a proof is good once.
            return tell(context, Bearer.authenticated(request).get());
        }
        String from = noteOrigin(request);
        try {
            Optional<Authenticated> found = found(token.get(), request, from);
            if (found.isPresent()) {
                Bearer.accept(request, found.get());
                return tell(context, found.get());
            }
            Bearer.refuse(request);
        } catch (RuntimeException e) {
            // The database may be away; the refusal must look like any other.
            Bearer.fail(request, e);
        }
        return context.doNothing();
    }

    /** Tokens of the provider are told from ours by who issued them. */
    private Optional<Authenticated> found(
            Bearer.Token token, HttpServletRequest request, String from) {
        if (realmTokens.areTheirs(token.text())) {
            return realmTokens.of(shown(token, request), limits.countedNetwork(request), from);
        }
        if (token.isBound()) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED,
                    "Only tokens of the provider are sent as Authorization: DPoP; others are sent"
                            + " as Bearer.");
        }
        return authentication.of(token.text(), from);
    }

    private ShownToken shown(Bearer.Token token, HttpServletRequest request) {
        return new ShownToken(
                token.text(),
                token.scheme(),
                Collections.list(request.getHeaders(ShownToken.PROOF)),
                request.getMethod(),
                publicUrl.of(request.getRequestURI()));
    }

    /** A cookie that is over is nobody's; the browser sends it with everything, signing in too. */
    private AuthenticationStatus byCookie(HttpServletRequest request, HttpMessageContext context) {
        Optional<String> sent = BrowserRequest.cookie(request, cookie.name());
        if (sent.isEmpty() || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return context.doNothing();
        }
        if (BrowserRequest.isForeign(request)) {
            Bearer.refuseForeign(request);
            return context.doNothing();
        }
        String from = noteOrigin(request);
        try {
            Optional<Authenticated> found = authentication.ofBrowser(sent.get(), from);
            if (found.isPresent()) {
                Bearer.accept(request, found.get());
                return tell(context, found.get());
            }
        } catch (RuntimeException e) {
            Bearer.fail(request, e);
        }
        return context.doNothing();
    }

    /**
     * For what is noted about the token, before any resource is chosen.
     *
     * @return the address the request came from
     */
    private String noteOrigin(HttpServletRequest request) {
        String from =
                address.of(request.getRemoteAddr(), request.getHeaders(ClientAddress.FORWARDED));
        try {
            origin.set(new Origin(from, request.getHeader(HttpHeaders.USER_AGENT)));
        } catch (ContextNotActiveException e) {
            LOG.log(Level.FINE, "The request has not begun yet", e);
        }
        return from;
    }

    /** On such a header the runtime itself would fail afterwards, before anybody could answer. */
    private static boolean isNamelessBasic(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BASIC)) {
            return false;
        }
        try {
            byte[] pair = Base64.getMimeDecoder().decode(header.substring(BASIC.length()));
            return !new String(pair, StandardCharsets.ISO_8859_1).contains(":");
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static AuthenticationStatus refuseBasic(
            HttpServletRequest request, HttpServletResponse response) {
        Problem problem =
                new Problem(
                        ProblemCode.UNAUTHENTICATED,
                        "Sign in first, and send the token as `Authorization: Bearer …`.");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"artifactor\"");
        try {
            ProblemAnswer.send(problem, request.getRequestURI(), request, response);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException("The client is gone", e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /**
     * The runtime keeps the subject it makes under the key, so that it does not log in and sign a
     * token of its own for each request. All that the subject says stands in the key.
     */
    private static AuthenticationStatus tell(HttpMessageContext context, Authenticated found) {
        String user = found.caller().user().toString();
        SortedSet<String> groups =
                found.caller().roles().stream()
                        .map(Role::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        Hashtable<String, Object> known = new Hashtable<>();
        known.put(SUBJECT_KEY, user + ' ' + String.join(" ", groups));
        context.getClientSubject().getPrivateCredentials().add(known);
        return context.notifyContainerAboutLogin(user, groups);
    }
}
