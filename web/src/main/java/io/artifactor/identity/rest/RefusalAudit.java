package io.artifactor.identity.rest;

import io.artifactor.identity.Refusals;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Tells the audit log what signed-in users were refused. */
@Provider
public class RefusalAudit implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(RefusalAudit.class.getName());
    private static final int FORBIDDEN = 403;
    private static final Pattern SHARED = Pattern.compile("/*share/");

    @Inject private Refusals refusals;
    @Inject private CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        // A link asks for its password whoever comes, and its secret is in the path.
        if (response.getStatus() != FORBIDDEN || SHARED.matcher(path).lookingAt()) {
            return;
        }
        current.authenticated()
                .ifPresent(found -> {
                    try {
                        refusals.note(found.caller(), request.getMethod(), path);
                    } catch (RuntimeException e) {
                        // Nothing was done: the answer stays what it is.
                        LOG.log(Level.WARNING, "A refusal could not be noted", e);
                    }
                });
    }
}
