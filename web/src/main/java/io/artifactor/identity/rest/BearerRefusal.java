package io.artifactor.identity.rest;

import io.artifactor.identity.ClientAddress;
import io.artifactor.identity.Origin;
import io.artifactor.identity.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a token that is not valid on every path, even where nobody need be signed in: a client
 * that sends one believes that it is. Notes where the request came from, and says to a refused one
 * how to sign in (RFC 6750).
 */
@Provider
@PreMatching
public class BearerRefusal implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int UNAUTHORIZED = 401;

    @Context private HttpServletRequest servletRequest;
    @Inject private RequestOrigin origin;
    @Inject private ClientAddress address;

    @Override
    public void filter(ContainerRequestContext request) {
        origin.set(
                new Origin(
                        address.of(
                                servletRequest.getRemoteAddr(),
                                servletRequest.getHeaders(ClientAddress.FORWARDED)),
                        servletRequest.getHeader(HttpHeaders.USER_AGENT)));
        Bearer.requireSound(servletRequest);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (mayHoldSecrets(request.getUriInfo().getPath())) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (response.getStatus() == UNAUTHORIZED) {
            response.getHeaders()
                    .putSingle(HttpHeaders.WWW_AUTHENTICATE, Bearer.challenge(servletRequest));
        }
    }

    private static boolean mayHoldSecrets(String path) {
        return path.contains("auth/")
                || path.endsWith("users")
                || path.endsWith("share-links")
                || path.endsWith("/unlock");
    }
}
