package io.artifactor.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Adds {@code Link: <…>; rel="next"} to a page that has a next one: the same list with its cursor.
 * The link names no host, so it stays true behind any proxy.
 */
@Provider
public class NextPageLink implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ListDocument<?> list && list.next() != null) {
            URI next = next(request.getUriInfo(), list.next());
            response.getHeaders()
                    .add(
                            HttpHeaders.LINK,
                            "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
    }

    private static URI next(UriInfo list, String cursor) {
        return list.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
    }
}
