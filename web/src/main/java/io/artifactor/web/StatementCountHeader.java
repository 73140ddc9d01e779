package io.artifactor.web;

import io.artifactor.schema.StatementCount;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says in {@code X-Sql-Statements} how many statements a request cost, where {@code
 * ARTIFACTOR_STATEMENT_COUNT} is set to true, as the tests do.
 */
@Provider
@PreMatching
public class StatementCountHeader implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "X-Sql-Statements";

    @Inject
    @ConfigProperty(name = "artifactor.statement.count", defaultValue = "false")
    private boolean shown;

    @Override
    public void filter(ContainerRequestContext request) {
        StatementCount.restart();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (shown) {
            response.getHeaders().putSingle(HEADER, StatementCount.sent());
        }
    }
}
