package io.artifactor.scim;

import java.util.List;
import java.util.Optional;

/**
 * Which resources are asked for.
 *
 * @param filter as the client wrote it
 * @param startIndex of the first; they are counted from 1
 * @param count how many at most
 * @param withMembers whether the members of groups are wanted
 */
public record ScimQuery(Optional<String> filter, int startIndex, int count, boolean withMembers) {

    /** So many at most are given at once. */
    public static final int MOST = 200;

    public ScimQuery {
        startIndex = Math.max(1, startIndex);
        count = Math.clamp(count, 0, MOST);
    }

    /** Equalities that all must hold, as far as lists can be searched by them. */
    List<Filter.Comparison> equalities() {
        return filter.map(FilterParser::filter).map(ScimQuery::equalities).orElse(List.of());
    }

    private static List<Filter.Comparison> equalities(Filter filter) {
        return switch (filter) {
            case Filter.And(List<Filter> parts) ->
                    parts.stream().flatMap(part -> equalities(part).stream()).toList();
            case Filter.Within(String attribute, Filter.Comparison inner) ->
                    equalities(
                            new Filter.Comparison(
                                    attribute + "." + inner.attribute(),
                                    inner.operator(),
                                    inner.given()));
            case Filter.Comparison equality when isText(equality) -> List.of(equality);
            default ->
                    throw ScimErrors.invalidFilter(
                            "Lists are searched by texts that are equal (eq), joined by and.");
        };
    }

    private static boolean isText(Filter.Comparison comparison) {
        return comparison.operator() == Filter.Operator.EQ && comparison.given().isTextual();
    }
}
