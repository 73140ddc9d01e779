package io.artifactor.scim;

import io.artifactor.problem.Problem;
import io.artifactor.realm.Realm;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Finds the ids of rows by equalities. Statements are of constants; values are bound. */
enum Search {
    USERS,
    GROUPS;

    private static final String ID = "cast(r.id as text) = lower(:value)";
    private static final String EXTERNAL_ID = "r.external_id = :value";
    private static final String ADDRESS = "r.emails @> cast(array[lower(:value)] as text[])";
    private static final String MEMBER =
            "exists (select 1 from scim_group_member m where m.group_id = r.id"
                    + " and cast(m.user_id as text) = lower(:value))";

    private String table() {
        return switch (this) {
            case USERS -> " from scim_user r where r.realm = :realm";
            case GROUPS -> " from scim_group r where r.realm = :realm";
        };
    }

    private String condition(String attribute) {
        return switch (this) {
            case USERS ->
                    switch (attribute) {
                        case "id" -> ID;
                        case "username" -> "lower(r.user_name) = lower(:value)";
                        case "externalid" -> EXTERNAL_ID;
                        case "emails", "emails.value" -> ADDRESS;
                        default -> throw refusal("id, userName, externalId, emails");
                    };
            case GROUPS ->
                    switch (attribute) {
                        case "id" -> ID;
                        case "displayname" -> "lower(r.display_name) = lower(:value)";
                        case "externalid" -> EXTERNAL_ID;
                        case "members", "members.value" -> MEMBER;
                        default -> throw refusal("id, displayName, externalId, members");
                    };
        };
    }

    private static Problem refusal(String searchable) {
        return ScimErrors.invalidFilter("These are searched by " + searchable + ".");
    }

    /** What was found. */
    record Found(long total, List<UUID> ids) {}

    Found run(EntityManager entities, Realm realm, ScimQuery query) {
        StringBuilder where = new StringBuilder(table());
        Map<String, String> values = new LinkedHashMap<>(Map.of("realm", realm.id()));
        for (Filter.Comparison equality : query.equalities()) {
            String name = "value" + values.size();
            String attribute = equality.attribute().toLowerCase(Locale.ROOT);
            where.append(" and ").append(condition(attribute).replace(":value", ":" + name));
            values.put(name, equality.given().textValue());
        }
        if (values.values().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            return new Found(0, List.of());
        }
        String from = where.toString();
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
