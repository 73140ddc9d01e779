package io.artifactor.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds what a program made for an earlier description can no longer rely on. Additions are none:
 * operations, optional parameters and fields, problem codes, values of enumerations.
 *
 * <p>Rules of our own, because openapi-diff 2.1.7 does not see changed types in descriptions of
 * version 3.1 (its issues 745 and 910).
 */
final class BreakingChanges {

    private final Description before;
    private final Description after;
    private final LocalDate today;
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(Description before, Description after, LocalDate today) {
        this.before = before;
        this.after = after;
        this.today = today;
    }

    /**
     * What breaks, in sentences; empty if nothing.
     *
     * @param today decides whether a deprecated operation's time is over
     */
    static List<String> between(Description before, Description after, LocalDate today) {
        BreakingChanges changes = new BreakingChanges(before, after, today);
        changes.compareOperations();
        return List.copyOf(changes.found);
    }

    private void compareOperations() {
        Map<String, JsonNode> remaining = after.operations();
        before.operations()
                .forEach((name, earlier) -> {
                    JsonNode later = remaining.get(name);
                    if (later != null) {
                        compare(name, earlier, later);
                    } else if (!isOver(earlier)) {
                        found.add(name + " is gone");
                    }
                });
    }

    /** Whether the day came that was said when the operation was deprecated. */
    private boolean isOver(JsonNode operation) {
        String sunset = operation.path("x-sunset").asText();
        return operation.path("deprecated").asBoolean()
                && !sunset.isEmpty()
                && !LocalDate.parse(sunset).isAfter(today);
    }

    private void compare(String name, JsonNode earlier, JsonNode later) {
        String was = earlier.path("operationId").asText();
        if (!was.equals(later.path("operationId").asText())) {
            found.add(
                    "%s is named %s instead of %s"
                            .formatted(name, later.path("operationId").asText(), was));
        }
        if (before.isOpen(earlier) && !after.isOpen(later)) {
            found.add(name + " needs signing in");
        }
        compareParameters(name, earlier, later);
        compareRequests(name, earlier, later);
        new AnswerBreaks(before, after, found).compare(name, earlier, later);
    }

    private void compareParameters(String name, JsonNode earlier, JsonNode later) {
        SchemaBreaks asked = SchemaBreaks.ofRequests(before, after, found);
        List<JsonNode> placesThen = before.pathParameters(earlier);
        List<JsonNode> placesNow = after.pathParameters(later);
        for (int i = 0; i < Math.min(placesThen.size(), placesNow.size()); i++) {
            asked.compare(name + ": step " + (i + 1), placesThen.get(i), placesNow.get(i));
        }
        Map<String, JsonNode> known = before.parameters(earlier);
        Map<String, JsonNode> taken = after.parameters(later);
        known.forEach((parameter, then) -> {
            String place = name + ": " + parameter;
            JsonNode now = taken.get(parameter);
            if (now == null) {
                found.add(place + " is gone");
                return;
            }
            if (now.path("required").asBoolean() && !then.path("required").asBoolean()) {
                found.add(place + " is required");
            }
            asked.compare(place, then.path("schema"), now.path("schema"));
        });
        taken.forEach((parameter, node) -> {
            if (!known.containsKey(parameter) && node.path("required").asBoolean()) {
                found.add(name + ": " + parameter + " is new and required");
            }
        });
    }

    private void compareRequests(String name, JsonNode earlier, JsonNode later) {
        JsonNode then = before.resolved(earlier.path("requestBody"));
        JsonNode now = after.resolved(later.path("requestBody"));
        if (now.path("required").asBoolean() && !then.path("required").asBoolean()) {
            found.add(name + " requires a body");
        }
        then.path("content")
                .properties()
                .forEach(type -> {
                    String place = "%s: body of %s".formatted(name, type.getKey());
                    JsonNode taken = now.path("content").path(type.getKey());
                    if (taken.isMissingNode()) {
                        found.add(place + " is not taken");
                    } else {
                        SchemaBreaks.ofRequests(before, after, found)
                                .compare(
                                        place,
                                        type.getValue().path("schema"),
                                        taken.path("schema"));
                    }
                });
    }
}
