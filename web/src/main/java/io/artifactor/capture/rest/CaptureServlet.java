package io.artifactor.capture.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.artifactor.capture.Capture;
import io.artifactor.identity.Authenticated;
import io.artifactor.identity.Authentication;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Role;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.web.Json;
import io.artifactor.web.LimitedBody;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/artifacts/sync} and {@code /api/artifacts/process}: what the extension found on
 * a page. Both do the same; a sync has no page of its own. The token stands in the header
 * Authorization or in the settings of the body, which therefore is never written to a log.
 */
@WebServlet(urlPatterns = {"/api/artifacts/sync", "/api/artifacts/process"})
public class CaptureServlet extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(CaptureServlet.class.getName());
    private static final long LARGEST_BODY = 20L << 20;
    private static final String SCHEME = "Bearer ";

    @Inject private transient Authentication authentication;
    @Inject private transient ClientAddress address;
    @Inject private transient Capture capture;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST, OPTIONS");
            boolean asked = request.getMethod().equals("OPTIONS");
            if (asked) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                refuse(
                        response,
                        new Problem(
                                ProblemCode.METHOD_NOT_ALLOWED, "This address takes POST alone."));
            }
            return;
        }
        try {
            send(response, HttpServletResponse.SC_OK, kept(request));
        } catch (Problem e) {
            refuse(response, e);
        } catch (RuntimeException e) {
            // The container's wrapper of what a door threw; whatever it is, the extension reads one
            // form of answer only.
            refuse(response, problemIn(e));
        }
    }

    private CaptureAnswer kept(HttpServletRequest request) throws IOException {
        requireJson(request);
        String from =
                address.of(request.getRemoteAddr(), request.getHeaders(ClientAddress.FORWARDED));
        Optional<Caller> known = header(request).map(token -> caller(token, from));
        CaptureBody body = body(request);
        Caller caller =
                known.or(() -> body.token().map(token -> caller(token, from)))
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.UNAUTHENTICATED,
                                        "Put a personal access token into the extension's"
                                                + " settings as its API key."));
        return CaptureAnswer.of(capture.keep(caller, body.page()), System.currentTimeMillis());
    }

    private static void requireJson(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Problem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
    }

    private static Optional<String> header(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "Authorization must be Bearer.");
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }

    private Caller caller(String token, String from) {
        Authenticated authenticated =
                authentication
                        .of(token, from)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.UNAUTHENTICATED,
                                        "The token is not valid, has expired or was revoked."));
        if (authenticated.passwordChangeRequired()) {
            throw new Problem(ProblemCode.PASSWORD_CHANGE_REQUIRED, "Change the password first.");
        }
        if (authenticated.secondFactorSetupRequired()) {
            throw new Problem(
                    ProblemCode.SECOND_FACTOR_SETUP_REQUIRED, "Set up a second factor first.");
        }
        if (!authenticated.permits(false)) {
            throw new Problem(ProblemCode.FORBIDDEN, "The token lacks the scope write.");
        }
        Caller caller = authenticated.caller();
        // The container asks for these where a resource says so; this route is none of its.
        if (!caller.is(Role.USER) && !caller.is(Role.ADMIN)) {
            throw caller.lacking(Set.of(Role.ADMIN), "Auditors add nothing to the library.");
        }
        return caller;
    }

    private static CaptureBody body(HttpServletRequest request) throws IOException {
        try {
            CaptureBody body =
                    Json.strict()
                            .readValue(
                                    new LimitedBody(request.getInputStream(), LARGEST_BODY),
                                    CaptureBody.class);
            if (body == null) {
                throw Problem.invalid("body", "is null, expected a JSON object.");
            }
            return body;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            // Its message may quote what was sent.
            throw new Problem(
                    ProblemCode.INVALID_INPUT,
                    "The body is not the JSON an extension sends (line %d, column %d)."
                            .formatted(line(e), column(e)));
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    }

    private static Problem problemIn(RuntimeException thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        LOG.log(Level.WARNING, "A capture failed", thrown);
        return new Problem(ProblemCode.INTERNAL, ProblemCode.INTERNAL.title() + ".");
    }

    private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
        if (problem.code() == ProblemCode.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"artifactor\"");
        }
        send(
                response,
                problem.code().status(),
                CaptureAnswer.refusal(problem.detail(), System.currentTimeMillis()));
    }

    private static void send(HttpServletResponse response, int status, CaptureAnswer answer)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Json.strict().writeValueAsBytes(answer));
    }
}
