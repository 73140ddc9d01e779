package io.artifactor.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.identity.User;
import io.artifactor.problem.Problem;
import io.artifactor.realm.Realm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of people and what they look like to clients. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ScimUserRows {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    public ScimPage search(Realm realm, ScimQuery query) {
        Search.Found found = Search.USERS.run(entities, realm, query);
        return new ScimPage(found.total(), query.startIndex(), documents(found.ids()));
    }

    /** Somebody of the realm, as they are. */
    public ScimDocument document(Realm realm, UUID id) {
        get(realm, id);
        return documents(List.of(id)).getFirst();
    }

    public ScimUser get(Realm realm, UUID id) {
        return ofRealm(realm, entities.find(ScimUser.class, id), id);
    }

    /** Somebody of the realm, whom nobody else changes until the end of the transaction. */
    public ScimUser locked(Realm realm, UUID id) {
        return ofRealm(
                realm, entities.find(ScimUser.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    private static ScimUser ofRealm(Realm realm, @Nullable ScimUser user, UUID id) {
        if (user == null || !user.isOf(realm)) {
            throw Problem.notFound("user", id);
        }
        return user;
    }

    public void add(ScimUser user) {
        entities.persist(user);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    public void remove(ScimUser user) {
        entities.createNativeQuery(
                        """
                        update scim_group set updated_at = :now where id in
                            (select group_id from scim_group_member where user_id = :user)
                        """)
                .setParameter("now", Instant.now())
                .setParameter("user", user.id())
                .executeUpdate();
        entities.remove(user);
        entities.flush();
    }

    /** Refuses what another one of the realm is called already. */
    public void requireFree(Realm realm, UserAttributes said, Optional<UUID> self) {
        long others =
                entities.createQuery(
                                """
                                select count(s) from ScimUser s where s.realm = :realm
                                and s.id <> :self
                                and (lower(s.userName) = lower(:name) or s.externalId = :external)
                                """,
                                Long.class)
                        .setParameter("realm", realm.id())
                        .setParameter("self", self.orElse(new UUID(0, 0)))
                        .setParameter("name", said.userName())
                        .setParameter("external", said.externalId())
                        .getSingleResult();
        if (others > 0) {
            throw ScimErrors.uniqueness("Somebody has this userName or externalId already.");
        }
    }

    private List<ScimDocument> documents(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ArrayNode> groups = groups(ids);
        return entities
                .createQuery(
                        """
                        select s as told, u as account from ScimUser s
                        join RealmIdentity i on i.id = s.identityId
                        left join User u on u.id = i.userId
                        where s.id in :ids order by s.id
                        """,
                        Tuple.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(row ->
                        document(
                                row.get("told", ScimUser.class),
                                row.get("account", User.class),
                                groups))
                .toList();
    }

    private static ScimDocument document(
            ScimUser told, @Nullable User account, Map<UUID, ArrayNode> groups) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("id", told.id().toString());
        content.put("externalId", told.externalId());
        content.put("userName", told.userName());
        content.setAll(told.kept());
        content.put("active", account != null && account.isActive());
        ArrayNode in = groups.get(told.id());
        if (in != null) {
            content.set("groups", in);
        }
        return ScimDocument.of(told.id(), content, told.createdAt(), told.updatedAt());
    }

    private Map<UUID, ArrayNode> groups(List<UUID> ids) {
        Map<UUID, ArrayNode> groups = new HashMap<>();
        for (Tuple row : memberships(ids)) {
            groups.computeIfAbsent(
                            row.get(0, UUID.class), user -> JsonNodeFactory.instance.arrayNode())
                    .addObject()
                    .put("value", row.get(2, UUID.class).toString())
                    .put("display", row.get(3, String.class))
                    .put("type", "direct");
        }
        return groups;
    }

    /** The names of the groups each of them is in, by their identities in the realm. */
    public Map<UUID, Set<String>> groupNames(List<UUID> users) {
        Map<UUID, Set<String>> names = new HashMap<>();
        for (Tuple row : memberships(users)) {
            names.computeIfAbsent(row.get(1, UUID.class), identity -> new TreeSet<>())
                    .add(row.get(3, String.class));
        }
        for (UUID identity : identities(users)) {
            names.putIfAbsent(identity, Set.of());
        }
        return names;
    }

    private List<UUID> identities(List<UUID> users) {
        return entities.createQuery(
                        "select s.identityId from ScimUser s where s.id in :ids", UUID.class)
                .setParameter("ids", users)
                .getResultList();
    }

    private List<Tuple> memberships(List<UUID> users) {
        return entities.createQuery(
                        """
                        select m.key.userId, s.identityId, g.id, g.displayName
                        from ScimMembership m
                        join ScimGroup g on g.id = m.key.groupId
                        join ScimUser s on s.id = m.key.userId
                        where m.key.userId in :ids order by g.displayName, g.id
                        """,
                        Tuple.class)
                .setParameter("ids", users)
                .getResultList();
    }
}
