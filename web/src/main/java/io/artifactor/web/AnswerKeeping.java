package io.artifactor.web;

import io.artifactor.idempotency.IdempotencyKeys;
import io.artifactor.idempotency.KeptAnswer;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the answer of a request that took an idempotency key. One that may well be another next
 * time is not kept: failures of this server, and who may ask at all and how often.
 */
@Provider
@Priority(AnswerOrder.KEEPING)
public class AnswerKeeping implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AnswerKeeping.class.getName());
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 429);
    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);
    private static final int FAILURE = 500;
    private static final int LONGEST_ANSWER = 1 << 20;

    /** What a resource may leave unread, such as what follows the last part of a form. */
    private static final long LONGEST_REST = 1 << 16;

    @Inject private IdempotencyKeys keys;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(Idempotency.ATTEMPT) instanceof Idempotency.Attempt attempt)) {
            return;
        }
        request.removeProperty(Idempotency.ATTEMPT);
        try {
            if (isLasting(response) && isReadToItsEnd(attempt)) {
                keep(attempt, response);
            } else {
                keys.forget(attempt.key());
            }
        } catch (RuntimeException e) {
            // What was asked for is done; the key stays taken, which is safe.
            LOG.log(Level.WARNING, "The answer to an idempotency key could not be kept", e);
        }
    }

    private static boolean isLasting(ContainerResponseContext response) {
        int status = response.getStatus();
        return status < FAILURE
                && !PASSING.contains(status)
                && (!response.hasEntity() || JsonProvider.isDocument(response.getEntityClass()));
    }

    private static boolean isReadToItsEnd(Idempotency.Attempt attempt) {
        try {
            return attempt.body().drain(LONGEST_REST);
        } catch (IOException brokenConnection) {
            return false;
        }
    }

    private void keep(Idempotency.Attempt attempt, ContainerResponseContext response) {
        byte[] body = new byte[0];
        if (response.hasEntity()) {
            body = Json.bytes(response.getEntity());
            response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
        }
        if (body.length > LONGEST_ANSWER) {
            keys.forget(attempt.key());
            return;
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        FingerprintedBody read = attempt.body();
        keys.keep(
                attempt.key(),
                new KeptAnswer(
                        read.fingerprint(), read.size(), response.getStatus(), headers, body));
    }
}
