package io.artifactor.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what an operation no longer answers as it did. */
record AnswerBreaks(Description before, Description after, List<String> found) {

    void compare(String name, JsonNode earlier, JsonNode later) {
        JsonNode then = earlier.path("responses");
        JsonNode now = later.path("responses");
        for (String status : statuses(then, "[123]..")) {
            String place = name + ": answer " + status;
            if (now.has(status)) {
                compareAnswers(
                        place, before.resolved(then.get(status)), after.resolved(now.get(status)));
            } else {
                found.add(place + " is gone");
            }
        }
        compareRefusals(name, statuses(then, "4.."), statuses(now, "4.."));
    }

    private static Set<String> statuses(JsonNode responses, String pattern) {
        return responses.properties().stream()
                .map(response -> response.getKey())
                .filter(status -> status.matches(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A refusal that is gone for good hurts nobody; one that has another status now does. */
    private void compareRefusals(String name, Set<String> then, Set<String> now) {
        Set<String> gone = new TreeSet<>(then);
        gone.removeAll(now);
        Set<String> come = new TreeSet<>(now);
        come.removeAll(then);
        if (!gone.isEmpty() && !come.isEmpty()) {
            found.add("%s refuses with %s instead of %s".formatted(name, come, gone));
        }
    }

    private void compareAnswers(String place, JsonNode then, JsonNode now) {
        then.path("headers")
                .properties()
                .forEach(header -> {
                    if (!now.path("headers").has(header.getKey())) {
                        found.add(place + " has no " + header.getKey());
                    }
                });
        then.path("content")
                .properties()
                .forEach(type -> {
                    JsonNode given = now.path("content").path(type.getKey());
                    String body = place + " of " + type.getKey();
                    if (given.isMissingNode()) {
                        found.add(body + " is gone");
                    } else {
                        SchemaBreaks.ofAnswers(before, after, found)
                                .compare(
                                        body, type.getValue().path("schema"), given.path("schema"));
                    }
                });
    }
}
