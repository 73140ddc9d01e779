package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a PATCH (RFC 7644, section 3.5.2), applied in their order to a document. Either
 * all are, or one is refused and the document is thrown away.
 */
record Patch(List<Change> changes) {

    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private static final int MOST = 1_000;

    Patch {
        changes = List.copyOf(changes);
    }

    /** What is done. */
    enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    /**
     * One of them.
     *
     * @param path absent where the value names the attributes
     */
    record Change(Kind kind, Optional<FilterParser.Path> path, @Nullable JsonNode value) {}

    static Patch of(JsonNode document) {
        JsonNode operations = document.path(Attributes.nameIn(document, "Operations"));
        if (!operations.isArray() || operations.isEmpty()) {
            throw ScimErrors.invalidSyntax("Operations: must be a list of changes.");
        }
        if (operations.size() > MOST) {
            throw ScimErrors.invalidSyntax("Operations: may be %,d.".formatted(MOST));
        }
        List<Change> changes = new ArrayList<>();
        operations.forEach(operation -> changes.add(change(operation)));
        return new Patch(changes);
    }

    private static Change change(JsonNode operation) {
        String op = operation.path("op").asText("").toLowerCase(Locale.ROOT);
        Kind kind =
                switch (op) {
                    case "add" -> Kind.ADD;
                    case "replace" -> Kind.REPLACE;
                    case "remove" -> Kind.REMOVE;
                    default ->
                            throw ScimErrors.invalidSyntax("op: must be add, replace or remove.");
                };
        JsonNode path = operation.path("path");
        if (!path.isMissingNode() && !path.isNull() && !path.isTextual()) {
            throw ScimErrors.invalidPath("path: must be a text.");
        }
        Optional<FilterParser.Path> parsed =
                path.asText("").isBlank() || path.isNull()
                        ? Optional.empty()
                        : Optional.of(FilterParser.path(path.asText()));
        JsonNode value = operation.get("value");
        if (kind == Kind.REMOVE && parsed.isEmpty()) {
            throw ScimErrors.noTarget("path: a removal must say of what.");
        }
        if (kind != Kind.REMOVE && value == null) {
            throw ScimErrors.invalidValue("value: is missing.");
        }
        if (parsed.isEmpty() && (value == null || !value.isObject())) {
            throw ScimErrors.invalidValue("value: without a path, must be an object.");
        }
        return new Change(kind, parsed, value);
    }

    void applyTo(ObjectNode document, Shape shape) {
        for (Change change : changes) {
            if (change.path().isPresent()) {
                apply(change, change.path().get(), document, shape);
            } else if (change.value() != null) {
                change.value()
                        .properties()
                        .forEach(field ->
                                applyField(
                                        change.kind(),
                                        field.getKey(),
                                        field.getValue(),
                                        document,
                                        shape));
            }
        }
    }

    /** Some clients write paths where names belong: {@code "name.givenName": "Ada"}. */
    private static void applyField(
            Kind kind, String name, JsonNode value, ObjectNode document, Shape shape) {
        if (!Attributes.isSame(name, "schemas")) {
            FilterParser.Path path = FilterParser.path(name);
            apply(new Change(kind, Optional.of(path), value), path, document, shape);
        }
    }

    private static void apply(
            Change change, FilterParser.Path path, ObjectNode document, Shape shape) {
        if (shape.isOurs(path.attribute())) {
            throw ourOwn(path.attribute());
        }
        Optional<Shape.Kept> kept = shape.find(path.attribute());
        if (kept.isEmpty()) {
            return;
        }
        PatchTarget target = new PatchTarget(document, kept.get().name(), path);
        switch (kept.get().kind()) {
            case SINGLE -> target.single(change);
            case COMPLEX -> target.complex(change);
            case LIST -> target.list(change);
        }
    }

    private static Problem ourOwn(String attribute) {
        return ScimErrors.mutability(attribute + ": only the server says what it is.");
    }
}
