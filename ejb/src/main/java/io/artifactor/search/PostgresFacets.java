package io.artifactor.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts by PostgreSQL, of what the query finds and so of what its reader may see. */
final class PostgresFacets {

    private PostgresFacets() {}

    static Map<Facet, List<FacetValue>> count(
            Connection connection, Iterable<Facet> facets, Sql condition) throws SQLException {
        Map<Facet, List<FacetValue>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : facets) {
            counts.put(facet, count(connection, facet, condition));
        }
        return counts;
    }

    private static List<FacetValue> count(Connection connection, Facet facet, Sql condition)
            throws SQLException {
        boolean byTime = facet == Facet.YEAR || facet == Facet.MONTH;
        Sql sql =
                new Sql()
                        .add("select value, count(*) from (select " + value(facet) + " as value")
                        .add(" from search_entry e where ")
                        .add(condition)
                        .add(") as found where value is not null group by value order by ")
                        .add(byTime ? "value desc" : "count(*) desc, value collate \"C\"")
                        .add(" limit ?", Facet.MOST_VALUES);
        List<FacetValue> values = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                values.add(new FacetValue(row.getString(1), row.getLong(2)));
            }
        }
        return values;
    }

    private static String value(Facet facet) {
        return switch (facet) {
            case TYPE -> "e.type";
            case KIND -> "e.kind";
            case LANGUAGE -> "e.language";
            case SOURCE -> "e.source";
            case TAG -> "unnest(e.tags)";
            case CATEGORY -> "e.category_id::text";
            case YEAR -> "to_char(e.updated_at at time zone 'UTC', 'YYYY')";
            case MONTH -> "to_char(e.updated_at at time zone 'UTC', 'YYYY-MM')";
        };
    }
}
