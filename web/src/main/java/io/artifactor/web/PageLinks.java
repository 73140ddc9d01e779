package io.artifactor.web;

import io.artifactor.paging.PageRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds {@code Link} to a page (RFC 8288): the same list, with its filters, one page on or back. The
 * links name no host, so they stay true behind any proxy.
 */
@Provider
public class PageLinks implements ContainerResponseFilter {

    /** The property of a request that is answered with a list. */
    static final String LIST = PageLinks.class.getName();

    private static final String PAGE = "page";
    private static final String CURSOR = "cursor";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page) {
            request.setProperty(LIST, true);
            List<String> links = links(request.getUriInfo(), page);
            if (!links.isEmpty()) {
                response.getHeaders().add(HttpHeaders.LINK, String.join(", ", links));
            }
        }
    }

    private static List<String> links(UriInfo list, Paged page) {
        MultivaluedMap<String, String> asked = list.getQueryParameters();
        int number = number(asked, PAGE, 0);
        int size = number(asked, "size", PageRequest.DEFAULT_SIZE);
        List<String> links = new ArrayList<>();
        if (page.next() != null) {
            boolean numbered = number > 0 && (number + 1) * size <= PageRequest.DEEPEST;
            links.add(
                    numbered
                            ? numbered(list, number + 1, "next")
                            : link(at(list).replaceQueryParam(CURSOR, page.next()), "next"));
        }
        if (number > 1) {
            links.add(numbered(list, number - 1, "prev"));
        }
        if (number > 0) {
            links.add(numbered(list, 1, "first"));
        } else if (asked.containsKey(CURSOR)) {
            links.add(link(at(list), "first"));
        }
        page.counted().ifPresent(total -> addLast(links, list, total, size));
        return links;
    }

    private static void addLast(List<String> links, UriInfo list, long total, int size) {
        if (total <= (long) PageRequest.DEEPEST / size * size) {
            links.add(numbered(list, (int) Math.max(1, (total + size - 1) / size), "last"));
        }
    }

    private static String numbered(UriInfo list, int number, String relation) {
        return link(at(list).replaceQueryParam(PAGE, number), relation);
    }

    /** The list without saying which page. */
    private static UriBuilder at(UriInfo list) {
        UriBuilder builder = list.getRequestUriBuilder();
        return builder.replaceQueryParam(CURSOR).replaceQueryParam(PAGE);
    }

    private static String link(UriBuilder target, String relation) {
        URI uri = target.build();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "<" + uri.getRawPath() + query + ">; rel=\"" + relation + "\"";
    }

    /** The pages of a list are made already, so its numbers are known to be valid. */
    private static int number(MultivaluedMap<String, String> asked, String name, int absent) {
        String text = asked.getFirst(name);
        return text == null ? absent : Integer.parseInt(text);
    }
}
