package io.artifactor.web;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;

import io.artifactor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the description of the interface: what holds for every operation stands at none of the
 * resources, and would be forgotten at some.
 */
public class DescriptionFilter implements OASFilter {

    private static final int FIRST_FAILURE = 400;

    /** What is named alike means the same everywhere. */
    private static final Map<String, String> MEANINGS =
            Map.of(
                    "id", "The id of the thing, as lists and `Location` give it",
                    "versionId", "The id of a version of this artifact",
                    "If-Match", "The `ETag` read before; `*` for whatever is there",
                    "Content-Length", "How long the body is, in bytes",
                    "inline", "Whether to show it rather than save it, where that is safe",
                    "branch", "Only of this branch",
                    "kind", "Only of this kind, such as `code`",
                    "language", "Only in this language, such as `python`",
                    "source", "Only from this source, such as `claude`",
                    "description", "What people read about it");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        DescribedParts.addTo(description);
        DescribedExamples examples = new DescribedExamples(description.getComponents());
        description
                .getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations()
                                .forEach((method, operation) -> {
                                    complete(path, method, operation);
                                    examples.addTo(operation);
                                }));
        DescribedParts.removeUnused(description);
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(idOf(method, path));
        }
        addParameters(path, method, operation);
        for (Parameter parameter : parameters(operation)) {
            if (parameter.getDescription() == null && parameter.getName() != null) {
                parameter.setDescription(MEANINGS.get(parameter.getName()));
            }
        }
        addPreconditions(operation);
        addProblems(path, operation);
        describePart(operation);
        SensitiveOperations.mark(operation);
        DescribedRetirements.mark(operation, Retirements.CURRENT.of(operation.getOperationId()));
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.startsWith("2") || status.equals("304")) {
                        DescribedParts.addHeaders(status, method, returnsList(operation), response);
                    }
                });
    }

    /** Such as getArtifactsByIdVersions: the same as long as the path is. */
    static String idOf(HttpMethod method, String path) {
        StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (String step : path.replaceFirst("^/api/v1", "").split("[/-]")) {
            String name = step.replaceAll("[^A-Za-z0-9]", "");
            if (!name.isEmpty()) {
                id.append(step.startsWith("{") ? "By" : "")
                        .append(name.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(name.substring(1));
            }
        }
        return id.toString();
    }

    private static void addParameters(String path, HttpMethod method, Operation operation) {
        if (method == HttpMethod.GET && returnsJson(operation)) {
            add(operation, "fields");
        }
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (reads) {
            add(operation, "If-None-Match");
            if (!operation.getResponses().hasAPIResponse("304")) {
                operation
                        .getResponses()
                        .addAPIResponse("304", createAPIResponse().description("Unchanged"));
            }
        }
        if (method == HttpMethod.POST && !answersSecrets(path)) {
            add(operation, "Idempotency-Key");
        }
    }

    private static boolean answersSecrets(String path) {
        return path.contains("/auth/") || path.endsWith("/users") || path.contains("/share");
    }

    private static void add(Operation operation, String parameter) {
        boolean isThere =
                parameters(operation).stream().anyMatch(known -> parameter.equals(known.getName()));
        if (!isThere) {
            operation.addParameter(createParameter().ref(parameter));
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /**
     * How a writer is refused who did not see what is there now; some say it in their own words.
     */
    private static void addPreconditions(Operation operation) {
        if (parameters(operation).stream().noneMatch(it -> "If-Match".equals(it.getName()))) {
            return;
        }
        Map.of(
                        ProblemCode.PRECONDITION_FAILED,
                        "Changed in the meantime; `current` holds it as it is",
                        ProblemCode.PRECONDITION_REQUIRED,
                        "`If-Match` is missing")
                .forEach((code, words) -> {
                    String status = String.valueOf(code.status());
                    if (!operation.getResponses().hasAPIResponse(status)) {
                        operation
                                .getResponses()
                                .addAPIResponse(status, createAPIResponse().description(words));
                    }
                });
    }

    private static void addProblems(String path, Operation operation) {
        List<ProblemCode> possible =
                new ArrayList<>(
                        List.of(
                                ProblemCode.INVALID_INPUT,
                                ProblemCode.NOT_ACCEPTABLE,
                                // A token that is not valid is refused also where none is needed.
                                ProblemCode.UNAUTHENTICATED,
                                ProblemCode.TOO_MANY_REQUESTS));
        if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
            possible.add(ProblemCode.FORBIDDEN);
        }
        if (path.contains("{")) {
            possible.add(ProblemCode.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            possible.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        for (ProblemCode code : possible) {
            String status = String.valueOf(code.status());
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, DescribedParts.referenceTo(code.id()));
            }
        }
        if (operation.getResponses().getDefaultValue() == null) {
            operation
                    .getResponses()
                    .setDefaultValue(DescribedParts.referenceTo(DescribedParts.OTHER));
        }
        operation.getResponses().getAPIResponses().forEach(DescriptionFilter::describeProblem);
    }

    /** A part of something is of its type. */
    private static void describePart(Operation operation) {
        APIResponse whole = operation.getResponses().getAPIResponse("200");
        APIResponse part = operation.getResponses().getAPIResponse("206");
        if (whole != null && part != null && part.getContent() == null) {
            part.setContent(whole.getContent());
        }
    }

    private static void describeProblem(String status, APIResponse response) {
        if (!status.matches("[45][0-9]{2}")
                || Integer.parseInt(status) < FIRST_FAILURE
                || response.getRef() != null) {
            return;
        }
        boolean isOther =
                Optional.ofNullable(response.getContent())
                        .map(content -> content.getMediaTypes().values())
                        .filter(types -> types.stream().anyMatch(it -> it.getSchema() != null))
                        .isPresent();
        if (!isOther) {
            response.setContent(DescribedParts.problem(Integer.parseInt(status)));
        }
    }

    private static boolean returnsJson(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType("application/json");
    }

    private static boolean returnsList(Operation operation) {
        return parameters(operation).stream().anyMatch(it -> "cursor".equals(it.getName()));
    }
}
