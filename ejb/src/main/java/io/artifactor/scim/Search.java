package io.artifactor.scim;

import io.artifactor.realm.Realm;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the ids of rows by equalities.
 *
 * @param table whose rows
 * @param conditions what an equality of an attribute, in small letters, is in SQL; {@code :value}
 *     stands for the text
 */
record Search(String table, Map<String, String> conditions) {

    private static final String FOLDED = "lower(%s) = lower(:value)";

    static final Search USERS =
            new Search(
                    "scim_user",
                    Map.of(
                            "id", "cast(r.id as text) = lower(:value)",
                            "username", FOLDED.formatted("r.user_name"),
                            "externalid", "r.external_id = :value",
                            "emails", "r.emails @> cast(array[lower(:value)] as text[])",
                            "emails.value", "r.emails @> cast(array[lower(:value)] as text[])"));

    private static final String MEMBER =
            "exists (select 1 from scim_group_member m where m.group_id = r.id"
                    + " and cast(m.user_id as text) = lower(:value))";

    static final Search GROUPS =
            new Search(
                    "scim_group",
                    Map.of(
                            "id",
                            "cast(r.id as text) = lower(:value)",
                            "displayname",
                            FOLDED.formatted("r.display_name"),
                            "externalid",
                            "r.external_id = :value",
                            "members",
                            MEMBER,
                            "members.value",
                            MEMBER));

    Search {
        conditions = Map.copyOf(conditions);
    }

    /** What was found. */
    record Found(long total, List<UUID> ids) {}

    Found run(EntityManager entities, Realm realm, ScimQuery query) {
        StringBuilder where = new StringBuilder(" where r.realm = :realm");
        Map<String, String> values = new LinkedHashMap<>(Map.of("realm", realm.id()));
        for (Filter.Comparison equality : query.equalities()) {
            String name = "value" + values.size();
            where.append(" and ").append(condition(equality).replace(":value", ":" + name));
            values.put(name, equality.given().textValue());
        }
        if (values.values().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            return new Found(0, List.of());
        }
        String from = " from " + table + " r" + where;
        Number total =
                (Number)
                        filled(entities.createNativeQuery("select count(*)" + from), values)
                                .getSingleResult();
        List<UUID> ids =
                page(
                        filled(
                                entities.createNativeQuery(
                                        "select r.id" + from + " order by r.id", UUID.class),
                                values),
                        query);
        return new Found(total.longValue(), ids);
    }

    private String condition(Filter.Comparison equality) {
        String condition = conditions.get(equality.attribute().toLowerCase(Locale.ROOT));
        if (condition == null) {
            throw ScimErrors.invalidFilter(
                    "These are searched by "
                            + String.join(", ", conditions.keySet().stream().sorted().toList())
                            + ".");
        }
        return condition;
    }

    private static List<UUID> page(Query query, ScimQuery asked) {
        if (asked.count() == 0) {
            return List.of();
        }
        List<?> rows =
                query.setFirstResult(asked.startIndex() - 1)
                        .setMaxResults(asked.count())
                        .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    private static Query filled(Query query, Map<String, String> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
