package io.artifactor.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where a schema breaks what it promised. What is asked for must not become narrower, for
 * what was valid must stay so; what is answered must not become wider, for readers count on it.
 * Values of an enumeration may be added to both, which readers are told to expect.
 */
final class SchemaBreaks {

    private final Description before;
    private final Description after;
    private final boolean isRequest;
    private final List<String> found;

    /** What is compared already, or at this moment: schemas hold themselves. */
    private final Set<List<JsonNode>> seen = new HashSet<>();

    private SchemaBreaks(
            Description before, Description after, boolean isRequest, List<String> found) {
        this.before = before;
        this.after = after;
        this.isRequest = isRequest;
        this.found = found;
    }

    static SchemaBreaks ofRequests(Description before, Description after, List<String> found) {
        return new SchemaBreaks(before, after, true, found);
    }

    static SchemaBreaks ofAnswers(Description before, Description after, List<String> found) {
        return new SchemaBreaks(before, after, false, found);
    }

    void compare(String place, JsonNode earlier, JsonNode later) {
        if (!seen.add(List.of(earlier, later))) {
            return;
        }
        Shape then = Shape.of(earlier, before);
        Shape now = Shape.of(later, after);
        if (!then.choices().isEmpty() || !now.choices().isEmpty()) {
            compareChoices(place, then, now);
            return;
        }
        if (isRequest ? !now.takes(then.types()) : !then.takes(now.types())) {
            found.add("%s is %s instead of %s".formatted(place, now.typeNames(), then.typeNames()));
            return;
        }
        compareValues(place, then, now);
        compareFields(place, then, now);
        if (then.node().has("items")) {
            compare(place + "[]", then.node().get("items"), now.node().path("items"));
        }
        if (then.node().path("additionalProperties").isObject()) {
            compare(
                    place + ".*",
                    then.node().get("additionalProperties"),
                    now.node().path("additionalProperties"));
        }
    }

    /** Each choice of the one that must stay whole needs a place among those of the other. */
    private void compareChoices(String place, Shape then, Shape now) {
        List<JsonNode> thenAlone = then.alternativesBesideNull();
        List<JsonNode> nowAlone = now.alternativesBesideNull();
        if (thenAlone.size() == 1 && nowAlone.size() == 1) {
            compareAbsence(place, then, now);
            compare(place, thenAlone.get(0), nowAlone.get(0));
            return;
        }
        List<JsonNode> contained = isRequest ? then.alternatives() : now.alternatives();
        List<JsonNode> containing = isRequest ? now.alternatives() : then.alternatives();
        for (JsonNode one : contained) {
            if (containing.stream().noneMatch(other -> fits(one, other))) {
                String what = isRequest ? " no longer takes " : " may now be ";
                found.add(place + what + one);
            }
        }
    }

    private void compareAbsence(String place, Shape then, Shape now) {
        if (isRequest && then.isNullable() && !now.isNullable()) {
            found.add(place + " must not be null");
        }
        if (!isRequest && now.isNullable() && !then.isNullable()) {
            found.add(place + " may be null");
        }
    }

    private boolean fits(JsonNode contained, JsonNode containing) {
        List<String> flaws = new ArrayList<>();
        new SchemaBreaks(before, after, isRequest, flaws)
                .compare(
                        "", isRequest ? contained : containing, isRequest ? containing : contained);
        return flaws.isEmpty();
    }

    private void compareValues(String place, Shape then, Shape now) {
        Set<String> values = now.values();
        for (String value : then.values()) {
            if (!values.isEmpty() && !values.contains(value)) {
                found.add("%s is never %s".formatted(place, value));
            }
        }
        if (isRequest && then.values().isEmpty() && !values.isEmpty() && !then.isBoolean()) {
            found.add("%s takes only %s".formatted(place, values));
        }
        String format = then.node().path("format").asText();
        String formatNow = now.node().path("format").asText();
        // Saying more of what is answered, and asking for less, is no harm.
        boolean isHarmless = isRequest ? formatNow.isEmpty() : format.isEmpty();
        if (!format.equals(formatNow) && !isHarmless) {
            found.add("%s has the format '%s' instead of '%s'".formatted(place, formatNow, format));
        }
        if (isRequest) {
            compareLimits(place, then.node(), now.node());
        }
    }

    private void compareLimits(String place, JsonNode then, JsonNode now) {
        for (String limit : List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems")) {
            if (now.has(limit)
                    && (!then.has(limit)
                            || now.get(limit).asDouble() < then.get(limit).asDouble())) {
                found.add("%s has the %s %s".formatted(place, limit, now.get(limit)));
            }
        }
        for (String limit : List.of("minimum", "exclusiveMinimum", "minLength", "minItems")) {
            if (now.has(limit)
                    && (!then.has(limit)
                            || now.get(limit).asDouble() > then.get(limit).asDouble())) {
                found.add("%s has the %s %s".formatted(place, limit, now.get(limit)));
            }
        }
        if (now.has("pattern") && !now.get("pattern").equals(then.path("pattern"))) {
            found.add("%s must match %s".formatted(place, now.get("pattern").asText()));
        }
    }

    private void compareFields(String place, Shape then, Shape now) {
        then.fields()
                .forEach((field, schema) -> {
                    String name = place + "." + field;
                    JsonNode schemaNow = now.fields().get(field);
                    if (schemaNow == null) {
                        found.add(name + " is gone");
                        return;
                    }
                    if (!isRequest
                            && then.required().contains(field)
                            && !now.required().contains(field)) {
                        found.add(name + " may be absent");
                    }
                    compare(name, schema, schemaNow);
                });
        for (String field : now.required()) {
            if (isRequest && !then.required().contains(field)) {
                found.add("%s.%s is required".formatted(place, field));
            }
        }
    }
}
