package io.artifactor.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/**
 * Leaves in a document only the {@code fields} its reader asks for; of a list, in its items. One
 * place for all resources, so that none need know of it.
 */
@Provider
@Priority(AnswerOrder.FIELDS)
public class SparseFields implements ContainerResponseFilter {

    static final String PARAMETER = "fields";
    private static final String ITEMS = "items";

    @Context private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String fields = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        if (fields == null || fields.isEmpty() || !isDocument(request, response)) {
            return;
        }
        try {
            FieldSelection selection = FieldSelection.parse(fields);
            JavaType type = Json.strict().constructType(response.getEntityType());
            boolean isList = response.getEntity() instanceof Paged;
            selection.check(isList ? KnownFields.of(type).getOrDefault(ITEMS, type) : type);
            JsonNode document = Json.strict().valueToTree(response.getEntity());
            if (isList) {
                ((ObjectNode) document).set(ITEMS, selection.of(document.path(ITEMS)));
            } else {
                document = selection.of(document);
            }
            response.setEntity(document);
        } catch (Problem problem) {
            refuse(response, problem);
        }
    }

    private static boolean isDocument(
            ContainerRequestContext request, ContainerResponseContext response) {
        return response.getStatus() == 200
                && response.hasEntity()
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && JsonProvider.isDocument(response.getEntityClass());
    }

    private void refuse(ContainerResponseContext response, Problem problem) {
        response.getHeaders().clear();
        response.setStatus(problem.code().status());
        response.setEntity(
                ProblemDocument.of(
                        problem, servletRequest.getRequestURI(), RequestId.of(servletRequest)),
                new Annotation[0],
                MediaType.valueOf(ProblemDocument.MEDIA_TYPE));
    }
}
