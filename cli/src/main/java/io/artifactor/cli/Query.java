package io.artifactor.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of an address behind the question mark; never changes. */
record Query(Map<String, List<String>> parameters) {

    Query {
        parameters = new LinkedHashMap<>(parameters);
    }

    static Query none() {
        return new Query(Map.of());
    }

    /** This and one more parameter, unless its value is absent. */
    Query with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return withEach(name, List.of(value.toString()));
    }

    /** This and a parameter that stands there once for each value. */
    Query withEach(String name, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        more.put(name, List.copyOf(values));
        return new Query(more);
    }

    @Override
    public String toString() {
        String all =
                parameters.entrySet().stream()
                        .flatMap(p ->
                                p.getValue().stream()
                                        .map(value -> encode(p.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
        return all.isEmpty() ? "" : "?" + all;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
