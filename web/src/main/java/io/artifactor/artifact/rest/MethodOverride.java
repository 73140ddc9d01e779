package io.artifactor.artifact.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/**
 * Lets clients behind proxies that know neither PATCH nor DELETE upload with POST, as tus asks. For
 * uploads alone: elsewhere it would be a way around what looks at methods.
 */
@Provider
@PreMatching
public class MethodOverride implements ContainerRequestFilter {

    private static final Set<String> METHODS = Set.of("PATCH", "DELETE", "HEAD");

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString("X-HTTP-Method-Override");
        if (header == null || !request.getMethod().equals("POST")) {
            return;
        }
        String path = request.getUriInfo().getPath();
        String method = header.strip().toUpperCase(Locale.ROOT);
        if ((path.startsWith("uploads/") || path.startsWith("/uploads/"))
                && METHODS.contains(method)) {
            request.setMethod(method);
        }
    }
}
