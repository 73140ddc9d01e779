package io.artifactor.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.artifactor.problem.Problem;
import io.artifactor.realm.Realm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of groups and of who is in them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ScimGroupRows {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    public ScimPage search(Realm realm, ScimQuery query) {
        Search.Found found = Search.GROUPS.run(entities, realm, query);
        return new ScimPage(
                found.total(), query.startIndex(), documents(found.ids(), query.withMembers()));
    }

    public ScimDocument document(Realm realm, UUID id, boolean withMembers) {
        ofRealm(realm, entities.find(ScimGroup.class, id), id);
        return documents(List.of(id), withMembers).getFirst();
    }

    /** A group of the realm, which nobody else changes until the end of the transaction. */
    public ScimGroup locked(Realm realm, UUID id) {
        return ofRealm(
                realm, entities.find(ScimGroup.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    private static ScimGroup ofRealm(Realm realm, @Nullable ScimGroup group, UUID id) {
        if (group == null || !group.isOf(realm)) {
            throw Problem.notFound("group", id);
        }
        return group;
    }

    public void add(ScimGroup group) {
        entities.persist(group);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    public void remove(ScimGroup group) {
        entities.remove(group);
        entities.flush();
    }

    /** Refuses what another group of the realm is called already. */
    public void requireFree(Realm realm, GroupAttributes said, Optional<UUID> self) {
        long others =
                entities.createQuery(
                                """
                                select count(g) from ScimGroup g where g.realm = :realm
                                and g.id <> :self
                                and (lower(g.displayName) = lower(:name)
                                    or g.externalId = :external)
                                """,
                                Long.class)
                        .setParameter("realm", realm.id())
                        .setParameter("self", self.orElse(new UUID(0, 0)))
                        .setParameter("name", said.displayName())
                        .setParameter("external", said.externalId().orElse(""))
                        .getSingleResult();
        if (others > 0) {
            throw ScimErrors.uniqueness(
                    "There is a group of this displayName or externalId already.");
        }
    }

    public Set<UUID> members(UUID group) {
        return new TreeSet<>(
                entities.createQuery(
                                "select m.key.userId from ScimMembership m where m.key.groupId = :id",
                                UUID.class)
                        .setParameter("id", group)
                        .getResultList());
    }

    /** Lets these people in, who must be of the same realm. */
    public void join(ScimGroup group, Collection<UUID> users) {
        if (users.isEmpty()) {
            return;
        }
        int joined =
                entities.createNativeQuery(
                                """
                                insert into scim_group_member (group_id, user_id)
                                select g.id, u.id from scim_user u
                                join scim_group g on g.realm = u.realm
                                where g.id = :group and u.id = any(:users)
                                order by u.id
                                """)
                        .setParameter("group", group.id())
                        .setParameter("users", users.toArray(UUID[]::new))
                        .executeUpdate();
        if (joined < users.size()) {
            throw ScimErrors.invalidValue("members: a value is nobody's id.");
        }
    }

    public void leave(ScimGroup group, Collection<UUID> users) {
        if (!users.isEmpty()) {
            entities.createNativeQuery(
                            """
                            delete from scim_group_member
                            where group_id = :group and user_id = any(:users)
                            """)
                    .setParameter("group", group.id())
                    .setParameter("users", users.toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    private List<ScimDocument> documents(List<UUID> ids, boolean withMembers) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ArrayNode> members = withMembers ? members(ids) : Map.of();
        return entities
                .createQuery(
                        "select g from ScimGroup g where g.id in :ids order by g.id",
                        ScimGroup.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(group -> document(group, members))
                .toList();
    }

    /** The tag is the moment of the last change, so that it is the same without the members. */
    private static ScimDocument document(ScimGroup group, Map<UUID, ArrayNode> members) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("id", group.id().toString());
        group.externalId().ifPresent(text -> content.put("externalId", text));
        content.put("displayName", group.displayName());
        ArrayNode in = members.get(group.id());
        if (in != null) {
            content.set("members", in);
        }
        return new ScimDocument(
                group.id(),
                content,
                group.createdAt(),
                group.updatedAt(),
                ScimDocument.digest(group.id() + " " + group.updatedAt()));
    }

    private Map<UUID, ArrayNode> members(List<UUID> groups) {
        Map<UUID, ArrayNode> members = new HashMap<>();
        for (Tuple row :
                entities.createQuery(
                                """
                                select m.key.groupId, m.key.userId from ScimMembership m
                                where m.key.groupId in :ids order by m.key.userId
                                """,
                                Tuple.class)
                        .setParameter("ids", groups)
                        .getResultList()) {
            members.computeIfAbsent(
                            row.get(0, UUID.class), group -> JsonNodeFactory.instance.arrayNode())
                    .addObject()
                    .put("value", row.get(1, UUID.class).toString())
                    .put("type", "User");
        }
        return members;
    }
}
