package io.artifactor.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Tells whoever uses what is on its way out, in every answer, and counts them, so that the operator
 * sees whether anybody still does.
 */
@Provider
public class RetirementNotice implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String USED = RetirementNotice.class.getName();

    private static final Metadata USES =
            Metadata.builder()
                    .withName("artifactor_deprecated_uses")
                    .withDescription("Requests that used what is deprecated, by operation")
                    .build();

    @Context private ResourceInfo resource;
    @Inject private MetricRegistry metrics;

    /** Which resource it is, is known to requests alone. */
    @Override
    public void filter(ContainerRequestContext request) {
        Operation operation = resource.getResourceMethod().getAnnotation(Operation.class);
        if (operation == null) {
            return;
        }
        List<Retirement> used =
                Retirements.CURRENT.usedBy(operation.operationId(), name -> isSent(request, name));
        if (!used.isEmpty()) {
            request.setProperty(USED, used);
            used.forEach(this::count);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(USED) instanceof List<?> used) {
            used.forEach(it -> tell((Retirement) it, response.getHeaders()));
        }
    }

    private void count(Retirement used) {
        String parameter = used.parameter().orElse("");
        metrics.counter(
                        USES,
                        new Tag("operation", used.operation()),
                        new Tag("parameter", parameter))
                .inc();
    }

    private static boolean isSent(ContainerRequestContext request, String parameter) {
        return request.getUriInfo().getQueryParameters().containsKey(parameter)
                || request.getHeaderString(parameter) != null;
    }

    static void tell(Retirement used, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Deprecation", used.deprecation());
        headers.putSingle("Sunset", used.sunset());
        headers.add(HttpHeaders.LINK, used.link());
    }
}
