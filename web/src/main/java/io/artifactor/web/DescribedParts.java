package io.artifactor.web;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.artifactor.problem.ProblemCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The parts of the description that operations share. */
final class DescribedParts {

    static final String OTHER = "problem";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "X-Request-Id", "The id of the request, yours if you sent a harmless one",
                    "X-Process-Time", "How long the server took, in milliseconds",
                    "RateLimit", "What is left, and in how many seconds it is all there again",
                    "RateLimit-Policy", "The limit that counted this request",
                    "ETag", "Names this state of the thing, for `If-Match` and `If-None-Match`",
                    "Location", "Where the new thing is",
                    "Link", "The pages `next`, `prev`, `first` and `last`, as far as there are any",
                    "Retry-After", "When to ask again, in seconds");

    private DescribedParts() {}

    static void addTo(OpenAPI description) {
        Components parts =
                description.getComponents() == null
                        ? createComponents()
                        : description.getComponents();
        description.setComponents(parts);
        parts.addSchema("Problem", problem());
        // The list of nothing in particular, which no operation answers.
        parts.removeSchema("ListDocument");
        addParameters(parts);
        HEADERS.forEach((name, meaning) ->
                parts.addHeader(
                        name,
                        createHeader()
                                .description(meaning)
                                .schema(createSchema().addType(SchemaType.STRING))));
        for (ProblemCode code : ProblemCode.values()) {
            parts.addResponse(code.id(), refusal(code));
        }
        parts.addResponse(
                OTHER,
                createAPIResponse()
                        .description("Any other refusal or failure")
                        .content(problem(ProblemCode.INTERNAL.status())));
    }

    /** Every operation says in its own words when it refuses so. */
    static void removeUnused(OpenAPI description) {
        Set<String> used = new HashSet<>();
        description.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(it -> it.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getRef)
                .filter(Objects::nonNull)
                .forEach(ref -> used.add(ref.substring(ref.lastIndexOf('/') + 1)));
        Components parts = description.getComponents();
        for (ProblemCode code : ProblemCode.values()) {
            if (!used.contains(code.id())) {
                parts.removeResponse(code.id());
            }
        }
    }

    private static void addParameters(Components parts) {
        parts.addParameter(
                "fields",
                parameter("fields", Parameter.In.QUERY)
                        .description(
                                "Only these fields, with commas between and dots for what lies"
                                        + " deeper; of a list, in its items")
                        .example("id,title"));
        parts.addParameter(
                "If-None-Match",
                parameter("If-None-Match", Parameter.In.HEADER)
                        .description("The `ETag` of what you have; 304 if it is still so")
                        .example("\"3\""));
        parts.addParameter(
                "Idempotency-Key",
                parameter("Idempotency-Key", Parameter.In.HEADER)
                        .description(
                                "Names the request, so that it is done once however often it is"
                                        + " sent within 24 hours: 8 to 128 visible ASCII characters")
                        .example("6a1b5f0c-2f0e-4a57-9a37-0f3f5a4f6d11"));
    }

    private static Parameter parameter(String name, Parameter.In place) {
        return createParameter()
                .name(name)
                .in(place)
                .required(false)
                .schema(createSchema().addType(SchemaType.STRING));
    }

    private static APIResponse refusal(ProblemCode code) {
        APIResponse response = createAPIResponse().description(code.title()).content(content(code));
        if (code == ProblemCode.TOO_MANY_REQUESTS) {
            response.addHeader("Retry-After", header("Retry-After"));
        }
        return response;
    }

    static APIResponse referenceTo(String response) {
        return createAPIResponse().ref(response);
    }

    private static Header header(String name) {
        return createHeader().ref(name);
    }

    /** What a refusal with this status holds. */
    static Content problem(int status) {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.status() == status) {
                return content(code);
            }
        }
        return content(ProblemCode.INTERNAL);
    }

    private static Content content(ProblemCode code) {
        return createContent()
                .addMediaType(
                        ProblemDocument.MEDIA_TYPE,
                        createMediaType()
                                .schema(createSchema().ref("Problem"))
                                .example(example(code)));
    }

    private static Map<String, Object> example(ProblemCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:artifactor:problem:" + code.id());
        example.put("title", code.title());
        example.put("status", code.status());
        example.put("detail", code.title() + ".");
        example.put("code", code.id());
        example.put("instance", "/api/v1/artifacts");
        example.put("requestId", "0b1d7c1e-7f0e-4d9a-9d6e-3a1f0c8b7a55");
        return example;
    }

    /** Written out, because it may hold more under names of its own. */
    private static Schema problem() {
        Schema error =
                createSchema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("field", text("A path such as `tags[2]`"))
                        .addProperty("message", text("For people"))
                        .required(List.of("field", "message"));
        return createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457 problem document; it may hold more, such as `current`")
                .examples(List.of(example(ProblemCode.NOT_FOUND)))
                .addProperty("type", text("Stable id, such as urn:artifactor:problem:not-found"))
                .addProperty("title", text("The same for every occurrence"))
                .addProperty(
                        "status",
                        createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("The status of the answer"))
                .addProperty("detail", text("What was wrong and what was expected"))
                .addProperty("code", text("Stable word to compare with, such as not-found"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty("requestId", text("Leads to the server's log"))
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("What was wrong with which field")
                                .items(error))
                .additionalPropertiesSchema(createSchema().booleanSchema(true))
                .required(
                        List.of(
                                "type",
                                "title",
                                "status",
                                "detail",
                                "code",
                                "instance",
                                "requestId"));
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }

    static void addHeaders(String status, HttpMethod method, boolean isList, APIResponse response) {
        if (response.getRef() != null) {
            return;
        }
        for (String name :
                List.of("X-Request-Id", "X-Process-Time", "RateLimit", "RateLimit-Policy")) {
            response.addHeader(name, header(name));
        }
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (isList) {
            response.addHeader("Link", header("Link"));
        }
        if (reads) {
            response.addHeader("ETag", header("ETag"));
        }
        if (status.equals("201")) {
            response.addHeader("Location", header("Location"));
        }
    }
}
