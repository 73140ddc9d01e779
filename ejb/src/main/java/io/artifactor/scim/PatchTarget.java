package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.scim.Patch.Change;
import io.artifactor.scim.Patch.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The attribute of a document that a change is about.
 *
 * @param name its name in the document
 */
record PatchTarget(ObjectNode document, String name, FilterParser.Path path) {

    private static final String VALUE = "value";
    private static final String PRIMARY = "primary";

    void single(Change change) {
        if (path.filter().isPresent() || path.sub().isPresent()) {
            throw ScimErrors.invalidPath(name + ": has no parts.");
        }
        set(document, name, change);
    }

    void complex(Change change) {
        if (path.filter().isPresent()) {
            throw ScimErrors.invalidPath(name + ": is no list.");
        }
        if (path.sub().isPresent()) {
            set(document.withObjectProperty(name), path.sub().get(), change);
        } else if (isRemoval(change)) {
            document.remove(name);
        } else {
            merge(document.withObjectProperty(name), object(change.value()));
        }
    }

    void list(Change change) {
        ArrayNode values = document.withArrayProperty(name);
        if (path.filter().isPresent()) {
            chosen(values, path.filter().get(), change);
        } else if (path.sub().isPresent()) {
            values.forEach(value -> set((ObjectNode) value, path.sub().get(), change));
        } else if (change.kind() == Kind.REMOVE && change.value() != null) {
            remove(values, names(elements(change.value())));
        } else if (isRemoval(change)) {
            values.removeAll();
        } else {
            if (change.kind() == Kind.REPLACE) {
                values.removeAll();
            }
            add(values, elements(change.value()));
        }
    }

    private void chosen(ArrayNode values, Filter filter, Change change) {
        List<ObjectNode> matching = new ArrayList<>();
        values.forEach(value -> {
            if (filter.holds(value)) {
                matching.add((ObjectNode) value);
            }
        });
        if (matching.isEmpty() && change.kind() == Kind.ADD) {
            ObjectNode made = described(filter);
            change(made, change);
            add(values, List.of(made));
            return;
        }
        if (matching.isEmpty() && change.kind() == Kind.REPLACE) {
            throw ScimErrors.noTarget(name + ": none is as the path says.");
        }
        if (change.kind() == Kind.REMOVE && path.sub().isEmpty()) {
            Set<JsonNode> gone = new HashSet<>(matching);
            removeIf(values, gone::contains);
            return;
        }
        for (ObjectNode each : matching) {
            change(each, change);
            keepOnePrimary(values, each);
        }
    }

    private void change(ObjectNode element, Change change) {
        if (path.sub().isPresent()) {
            set(element, path.sub().get(), change);
        } else {
            merge(element, object(change.value()));
        }
    }

    /** What an element must say to be the one meant. */
    private ObjectNode described(Filter filter) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        List<Filter> parts = filter instanceof Filter.And(List<Filter> all) ? all : List.of(filter);
        for (Filter part : parts) {
            if (part instanceof Filter.Comparison(var attribute, var operator, var given)
                    && operator == Filter.Operator.EQ
                    && !attribute.contains(".")) {
                made.set(attribute, given);
            } else {
                throw ScimErrors.noTarget(name + ": none is as the path says.");
            }
        }
        return made;
    }

    private void add(ArrayNode values, List<ObjectNode> added) {
        Set<String> known = names(objects(values));
        for (ObjectNode each : added) {
            if (known.add(value(each))) {
                values.add(each);
                keepOnePrimary(values, each);
            } else {
                again(values, each);
            }
        }
    }

    /** What is there already is said more of. */
    private void again(ArrayNode values, ObjectNode more) {
        // Members have nothing but their value, and there are many.
        if (more.size() == 1) {
            return;
        }
        for (ObjectNode there : objects(values)) {
            if (value(there).equals(value(more))) {
                merge(there, more);
                keepOnePrimary(values, there);
            }
        }
    }

    private static void keepOnePrimary(ArrayNode values, ObjectNode last) {
        if (!last.path(PRIMARY).asBoolean()) {
            return;
        }
        for (ObjectNode each : objects(values)) {
            if (each != last && each.path(PRIMARY).asBoolean()) {
                each.set(PRIMARY, BooleanNode.FALSE);
            }
        }
    }

    private static void remove(ArrayNode values, Set<String> gone) {
        removeIf(values, value -> gone.contains(value(value)));
    }

    private static void removeIf(ArrayNode values, Predicate<JsonNode> isGone) {
        for (Iterator<JsonNode> each = values.iterator(); each.hasNext(); ) {
            if (isGone.test(each.next())) {
                each.remove();
            }
        }
    }

    private static Set<String> names(List<ObjectNode> elements) {
        Set<String> names = new HashSet<>();
        elements.forEach(element -> names.add(value(element)));
        return names;
    }

    private static String value(JsonNode element) {
        return element.path(VALUE).asText("");
    }

    private static List<ObjectNode> objects(ArrayNode values) {
        List<ObjectNode> objects = new ArrayList<>();
        values.forEach(value -> objects.add((ObjectNode) value));
        return objects;
    }

    /** The elements given, each an object; one alone may stand without a list. */
    private List<ObjectNode> elements(@Nullable JsonNode given) {
        List<ObjectNode> elements = new ArrayList<>();
        if (given != null && given.isArray()) {
            given.forEach(each -> elements.add(object(each).deepCopy()));
        } else {
            elements.add(object(given).deepCopy());
        }
        return elements;
    }

    private ObjectNode object(@Nullable JsonNode given) {
        if (given instanceof ObjectNode object) {
            return object;
        }
        // A bare text is the value of an element.
        if (given != null && given.isTextual()) {
            return JsonNodeFactory.instance.objectNode().set(VALUE, given);
        }
        throw ScimErrors.invalidValue(name + ": must be an object, or a list of some.");
    }

    private static void merge(ObjectNode there, ObjectNode more) {
        more.properties()
                .forEach(field ->
                        there.set(Attributes.nameIn(there, field.getKey()), field.getValue()));
    }

    private static void set(ObjectNode object, String name, Change change) {
        String held = Attributes.nameIn(object, name);
        if (isRemoval(change)) {
            object.remove(held);
        } else {
            object.set(held, change.value());
        }
    }

    private static boolean isRemoval(Change change) {
        return change.kind() == Kind.REMOVE
                || Optional.ofNullable(change.value()).filter(value -> !value.isNull()).isEmpty();
    }
}
