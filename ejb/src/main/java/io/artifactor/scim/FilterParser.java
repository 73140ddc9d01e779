package io.artifactor.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.problem.Problem;
import io.artifactor.scim.Filter.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads filters and the paths of changes (RFC 7644, figures 1 and 7). Length, depth and number of
 * conditions are bounded, so that no filter costs more than a glance.
 */
final class FilterParser {

    private static final int DEEPEST = 20;
    private static final int MOST_CONDITIONS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,18})?");

    private final List<String> tokens;
    private int next;
    private int depth;
    private int conditions;

    private FilterParser(List<String> tokens) {
        this.tokens = tokens;
    }

    static Filter filter(String text) {
        FilterParser parser = new FilterParser(FilterTokens.of(text));
        Filter filter = parser.either();
        if (parser.next < parser.tokens.size()) {
            throw parser.unexpected("and, or, or the end");
        }
        return filter;
    }

    /** What a change is about: {@code emails}, {@code name.givenName}, {@code emails[…].value}. */
    static Path path(String text) {
        FilterParser parser = new FilterParser(FilterTokens.of(text));
        String attribute = Attributes.path(parser.take("the name of an attribute"));
        Optional<Filter> filter = Optional.empty();
        Optional<String> sub = Optional.empty();
        if (parser.isNext("[")) {
            parser.take("[");
            filter = Optional.of(parser.either());
            parser.expect("]");
        }
        if (filter.isPresent() && parser.next < parser.tokens.size()) {
            String rest = parser.take("the name of an attribute");
            if (!rest.startsWith(".")) {
                throw ScimErrors.invalidPath("path: a dot is expected behind ].");
            }
            sub = Optional.of(Attributes.path(rest.substring(1)));
        }
        if (parser.next < parser.tokens.size()) {
            throw ScimErrors.invalidPath("path: the end is expected behind " + attribute + ".");
        }
        return Path.of(attribute, filter, sub);
    }

    /**
     * What a change is about.
     *
     * @param filter which elements of a list
     * @param sub a part of it
     */
    record Path(String attribute, Optional<Filter> filter, Optional<String> sub) {

        private static Path of(String attribute, Optional<Filter> filter, Optional<String> sub) {
            String[] steps = attribute.split("\\.", -1);
            if (steps.length == 1 && sub.filter(name -> name.contains(".")).isEmpty()) {
                return new Path(attribute, filter, sub);
            }
            if (steps.length > 2 || filter.isPresent()) {
                throw ScimErrors.invalidPath("path: no attribute has parts of parts.");
            }
            return new Path(steps[0], filter, Optional.of(steps[1]));
        }
    }

    private Filter either() {
        if (++depth > DEEPEST) {
            throw ScimErrors.invalidFilter("Conditions may be nested %d deep.".formatted(DEEPEST));
        }
        List<Filter> parts = new ArrayList<>(List.of(all()));
        while (isNext("or")) {
            take("or");
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter all() {
        List<Filter> parts = new ArrayList<>(List.of(one()));
        while (isNext("and")) {
            take("and");
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter one() {
        if (++conditions > MOST_CONDITIONS) {
            throw ScimErrors.invalidFilter(
                    "A filter may have %d conditions.".formatted(MOST_CONDITIONS));
        }
        if (isNext("not") && isAt(next + 1, "(")) {
            take("not");
            return new Filter.Not(grouped());
        }
        if (isNext("(")) {
            return grouped();
        }
        String attribute = Attributes.path(take("the name of an attribute"));
        if (isNext("[")) {
            take("[");
            Filter part = either();
            expect("]");
            return new Filter.Within(attribute, part);
        }
        String word = take("a comparison").toUpperCase(Locale.ROOT);
        if (word.equals("PR")) {
            return new Filter.Present(attribute);
        }
        Operator operator =
                Arrays.stream(Operator.values())
                        .filter(it -> it.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> {
                            next--;
                            return unexpected("one of eq, ne, co, sw, ew, gt, ge, lt, le, pr");
                        });
        return new Filter.Comparison(attribute, operator, value(take("a value")));
    }

    private Filter grouped() {
        expect("(");
        Filter inner = either();
        expect(")");
        return inner;
    }

    private JsonNode value(String token) {
        boolean isValue =
                token.startsWith("\"")
                        || List.of("true", "false", "null").contains(token)
                        || NUMBER.matcher(token).matches();
        try {
            if (isValue) {
                return JSON.readTree(token);
            }
        } catch (JsonProcessingException e) {
            throw ScimErrors.invalidFilter("A value in the filter is no JSON.");
        }
        next--;
        throw unexpected("a value: a text in quotes, a number, true, false or null");
    }

    private boolean isNext(String word) {
        return isAt(next, word);
    }

    private boolean isAt(int position, String word) {
        return position < tokens.size() && tokens.get(position).equalsIgnoreCase(word);
    }

    private void expect(String token) {
        if (!isNext(token)) {
            throw unexpected(token);
        }
        next++;
    }

    private String take(String expected) {
        if (next >= tokens.size()) {
            throw unexpected(expected);
        }
        return tokens.get(next++);
    }

    private Problem unexpected(String expected) {
        return ScimErrors.invalidFilter(
                next < tokens.size()
                        ? "Word %d of the filter is not what is expected there: %s."
                                .formatted(next + 1, expected)
                        : "The filter ends where this is expected: " + expected + ".");
    }
}
