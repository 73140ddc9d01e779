package io.artifactor.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds every answer a test gets against the description of the interface: its status, its type,
 * and every field of its body. So the description stays true without tests of its own.
 */
public final class DescribedInterface implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;
    private final DocumentedShape shape;
    private final Map<Pattern, JsonNode> paths = new HashMap<>();

    /** Over the served document, in JSON. */
    public DescribedInterface(String document) {
        try {
            description = JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The description is not JSON", e);
        }
        shape = new DocumentedShape(description);
        description
                .path("paths")
                .properties()
                .forEach(path -> paths.put(template(path.getKey()), path.getValue()));
    }

    private static Pattern template(String path) {
        return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q"));
    }

    public JsonNode document() {
        return description;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification expected,
            FilterContext context) {
        Response answer = context.next(request, expected);
        String path =
                request.getURI().replaceFirst("[?#].*", "").replaceFirst("^https?://[^/]*", "");
        List<String> flaws = flaws(request.getMethod(), path, answer);
        if (!flaws.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d, which is not as described: %s"
                            .formatted(request.getMethod(), path, answer.statusCode(), flaws));
        }
        return answer;
    }

    private List<String> flaws(String method, String path, Response answer) {
        Optional<JsonNode> operation = operation(method, path);
        if (method.equals("OPTIONS")) {
            return List.of();
        }
        if (operation.isEmpty()) {
            return answer.statusCode() < 400
                    ? List.of("the operation is not described")
                    : List.of();
        }
        JsonNode responses = operation.get().path("responses");
        JsonNode described =
                shape.resolved(
                        responses.path(
                                responses.has(String.valueOf(answer.statusCode()))
                                        ? String.valueOf(answer.statusCode())
                                        : "default"));
        if (described.isMissingNode()
                || (answer.statusCode() < 400 && isDefault(responses, answer))) {
            return List.of("the status is not described");
        }
        boolean isBare = method.equals("HEAD") || answer.statusCode() == 304;
        return isBare ? List.of() : bodyFlaws(described.path("content"), answer);
    }

    private static boolean isDefault(JsonNode responses, Response answer) {
        return !responses.has(String.valueOf(answer.statusCode()));
    }

    private Optional<JsonNode> operation(String method, String path) {
        String name = method.toLowerCase(Locale.ROOT);
        List<JsonNode> found = new ArrayList<>();
        paths.forEach((template, operations) -> {
            boolean fits = template.matcher(path).matches();
            if (fits && operations.has(name)) {
                // A path without parameters goes before one with.
                found.add(
                        template.pattern().contains("[^/]+") ? found.size() : 0,
                        operations.get(name));
            } else if (fits && name.equals("head") && operations.has("get")) {
                found.add(operations.get("get"));
            }
        });
        return found.stream().findFirst();
    }

    private List<String> bodyFlaws(JsonNode content, Response answer) {
        String type = Optional.ofNullable(answer.contentType()).orElse("").replaceAll(";.*", "");
        if (content.isMissingNode()) {
            return type.isEmpty() ? List.of() : List.of("no body is described, but one is " + type);
        }
        if (content.has("application/octet-stream") || content.has("*/*")) {
            return List.of();
        }
        if (!content.has(type)) {
            return List.of("its type is " + type);
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        try {
            return shape.flaws(JSON.readTree(answer.asString()), content.path(type).path("schema"));
        } catch (JsonProcessingException e) {
            return List.of("its body is not JSON");
        }
    }
}
