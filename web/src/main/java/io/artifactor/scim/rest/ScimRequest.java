package io.artifactor.scim.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.scim.ScimErrors;
import io.artifactor.scim.ScimQuery;
import io.artifactor.web.Json;
import io.artifactor.web.LimitedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A request as SCIM reads it. */
record ScimRequest(HttpServletRequest servlet, List<String> path) {

    private static final long LARGEST = 8L << 20;
    private static final int USUAL_COUNT = 100;
    private static final Pattern TYPES =
            Pattern.compile("application/(?:scim\\+)?json(?:\\s*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    ScimRequest {
        path = List.copyOf(path);
    }

    static ScimRequest of(HttpServletRequest servlet) {
        String info = Objects.requireNonNullElse(servlet.getPathInfo(), "");
        return new ScimRequest(
                servlet,
                Arrays.stream(info.split("/", -1)).filter(step -> !step.isEmpty()).toList());
    }

    String method() {
        return servlet.getMethod().equals("HEAD") ? "GET" : servlet.getMethod();
    }

    /** The first step: which kind of resource. */
    String kind() {
        return path.isEmpty() ? "" : path.getFirst();
    }

    /** Which one, if it is about one. */
    Optional<String> name() {
        return path.size() == 2 ? Optional.of(path.get(1)) : Optional.empty();
    }

    /** Which one; what is no id is nobody's. */
    UUID id() {
        return name().filter(text -> ID.matcher(text).matches())
                .map(UUID::fromString)
                .orElseThrow(() ->
                        new Problem(ProblemCode.NOT_FOUND, "There is no resource of this id."));
    }

    ScimQuery query() {
        return new ScimQuery(
                Optional.ofNullable(servlet.getParameter("filter")).filter(text -> !text.isBlank()),
                number("startIndex", 1),
                number("count", USUAL_COUNT),
                projection().shows("members"));
    }

    Projection projection() {
        return new Projection(
                Projection.names(servlet.getParameter("attributes")),
                Projection.names(servlet.getParameter("excludedAttributes")));
    }

    private int number(String name, int usual) {
        String text = servlet.getParameter(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        if (!WHOLE.matcher(text.strip()).matches()) {
            throw refused("invalidValue", name + ": must be a whole number.");
        }
        return Integer.parseInt(text.strip());
    }

    /** Whether the client has seen a tag, or does not care. */
    Predicate<String> expected() {
        String header = servlet.getHeader("If-Match");
        if (header == null || header.strip().equals("*")) {
            return tag -> true;
        }
        return tag -> names(header, tag);
    }

    /** Whether the client has just this. */
    boolean knows(String tag) {
        String header = servlet.getHeader("If-None-Match");
        return header != null && names(header, tag);
    }

    /** Tags are weak here, as they are throughout RFC 7644. */
    private static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",", -1))
                .map(part -> part.strip().replaceFirst("^W/", ""))
                .anyMatch(part -> part.equals('"' + tag + '"'));
    }

    JsonNode body() throws IOException {
        String type = Objects.requireNonNullElse(servlet.getContentType(), "");
        if (!TYPES.matcher(type.strip()).matches()) {
            throw new Problem(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "A body is sent as application/scim+json or application/json.");
        }
        try {
            JsonNode read =
                    Json.strict().readTree(new LimitedBody(servlet.getInputStream(), LARGEST));
            if (read == null || !read.isObject()) {
                throw refused("invalidSyntax", "The body must be a JSON object.");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw refused("invalidSyntax", "The body is not well-formed JSON.");
        }
    }

    static Problem refused(String type, String detail) {
        return new Problem(ProblemCode.INVALID_INPUT, detail, Map.of(ScimErrors.TYPE, type));
    }
}
