package io.artifactor.web;

import io.artifactor.idempotency.IdempotencyKeys;
import io.artifactor.idempotency.KeptAnswer;
import io.artifactor.idempotency.RequestKey;
import io.artifactor.idempotency.Taking;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.UUID;

/**
 * Does what a request with an {@code Idempotency-Key} asks for once, however often it is sent: the
 * answer is kept for a day and given again. Bodies stay streams: the fingerprint is taken while the
 * resource reads, and a repeated body is read only to compare. {@link AnswerKeeping} does the rest.
 */
@Provider
@Priority(Idempotency.AFTER_ALL_OTHERS)
public class Idempotency implements ContainerRequestFilter {

    static final int AFTER_ALL_OTHERS = 9_000;
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String ATTEMPT = Idempotency.class.getName();

    @Context private ResourceInfo resource;
    @Inject private IdempotencyKeys keys;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String header = request.getHeaderString(HEADER);
        Principal user = request.getSecurityContext().getUserPrincipal();
        if (header == null || !request.getMethod().equals("POST")) {
            return;
        }
        if (holdsSecrets()) {
            throw Problem.invalid(
                    HEADER, "is not taken here: the answer may hold a secret and is never kept.");
        }
        if (user == null) {
            return;
        }
        String path = request.getUriInfo().getRequestUri().getRawPath();
        RequestKey key =
                new RequestKey(new UserId(UUID.fromString(user.getName())), header, "POST " + path);
        Attempt attempt = new Attempt(key, body(request));
        switch (keys.take(key)) {
            case Taking.Taken taken -> {
                request.setEntityStream(attempt.body());
                request.setProperty(ATTEMPT, attempt);
            }
            case Taking.Answered known -> request.abortWith(again(attempt, known.answer()));
            case Taking.AtWork atWork ->
                    throw new Problem(
                            ProblemCode.REQUEST_AT_WORK,
                            "A request with this key is still at work; ask again in a moment.");
            case Taking.Elsewhere elsewhere -> throw reused();
        }
    }

    private boolean holdsSecrets() {
        return resource.getResourceMethod().isAnnotationPresent(NotReplayed.class)
                || resource.getResourceClass().isAnnotationPresent(NotReplayed.class);
    }

    /** What tells one request from another: parameters, type and bytes. */
    private static FingerprintedBody body(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return new FingerprintedBody(
                request.getEntityStream(), query + "\0" + request.getHeaderString("Content-Type"));
    }

    private static Response again(Attempt attempt, KeptAnswer answer) throws IOException {
        boolean ended = attempt.body().drain(answer.bodySize());
        if (!ended || !MessageDigest.isEqual(attempt.body().fingerprint(), answer.fingerprint())) {
            throw reused();
        }
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (answer.body().length > 0) {
            response.entity(answer.body());
        }
        return response.header(REPLAYED, "true").build();
    }

    private static Problem reused() {
        return new Problem(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This key named another request before; use a new one for each.");
    }

    /** A request on its way that took its key. */
    record Attempt(RequestKey key, FingerprintedBody body) {}
}
