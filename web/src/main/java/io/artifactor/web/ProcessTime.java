package io.artifactor.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * Says in {@code X-Process-Time} how many milliseconds went by between the request's arrival and
 * the first byte of its answer.
 */
@Provider
@Priority(AnswerOrder.TIME)
public class ProcessTime implements ContainerResponseFilter {

    static final String HEADER = "X-Process-Time";

    private static final String BEGIN = ProcessTime.class.getName();
    private static final double NANOS = 1e6;

    @Context private HttpServletRequest servletRequest;

    static void begin(HttpServletRequest request) {
        if (request.getAttribute(BEGIN) == null) {
            request.setAttribute(BEGIN, System.nanoTime());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (servletRequest.getAttribute(BEGIN) instanceof Long begin) {
            double millis = (System.nanoTime() - begin) / NANOS;
            response.getHeaders().putSingle(HEADER, String.format(Locale.ROOT, "%.1f", millis));
        }
    }
}
