package io.artifactor.artifact;

import io.artifactor.identity.Accounts;
import io.artifactor.identity.Caller;
import io.artifactor.identity.UserId;
import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The door to the question who may read what, and why. */
@Stateless
public class Access {

    private static final String MEMBERSHIP = "membership";

    /** Who may read the artifact {@code :about}. */
    private static final String READERS =
            """
            select u.id, 'user' as kind, u.username as name,
                case when a.visibility <> 'private' then 'membership'
                    when u.id = a.owner_id then 'owner' else 'administration' end as reason,
                m.role, cast(null as timestamptz) as expires_at
            from artifact a join membership m on m.workspace_id = a.workspace_id
            join app_user u on u.id = m.user_id and u.active
            where a.id = :about and (a.visibility <> 'private' or u.id = a.owner_id
                or m.role in ('owner', 'admin'))
            union all
            select a.reading_scope, 'everybody', '', 'public', 'viewer', null
            from artifact a where a.id = :about and a.visibility = 'public'
            union all
            select g.grantee_id, g.grantee_kind, coalesce(u.username, w.name, o.name), 'grant', g.role,
                g.expires_at
            from artifact_grant g
            left join app_user u on g.grantee_kind = 'user' and u.id = g.grantee_id and u.active
            left join workspace w on g.grantee_kind = 'workspace' and w.id = g.grantee_id
            left join user_group o on g.grantee_kind = 'group' and o.id = g.grantee_id
            where g.artifact_id = :about and (g.expires_at is null or g.expires_at > :now)
                and coalesce(u.username, w.name, o.name) is not null
            """;

    /** What the user {@code :about} may do; by whom it is granted stands under the name. */
    private static final String PERMISSIONS =
            """
            select m.workspace_id as id, 'workspace' as kind, '' as name, 'membership' as reason,
                m.role, cast(null as timestamptz) as expires_at
            from membership m where m.user_id = :about
            union all
            select g.artifact_id, g.grantee_kind, cast(g.grantee_id as text), 'grant', g.role,
                g.expires_at
            from artifact_grant g
            where (g.expires_at is null or g.expires_at > :now)
                and (g.grantee_kind = 'user' and g.grantee_id = :about
                    or g.grantee_kind = 'workspace' and exists (select from membership m
                        where m.workspace_id = g.grantee_id and m.user_id = :about)
                    or g.grantee_kind = 'group' and exists (select from group_member m
                        where m.group_id = g.grantee_id and m.user_id = :about))
            """;

    /** Where a row stands; no name holds the character between. */
    private static final String PLACE =
            "(lower(name) || chr(1) || reason || chr(1) || cast(id as text)) collate \"C\"";

    private static final int PLACED_AT = 6;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ArtifactRows rows;
    @Inject private Reaches reaches;
    @Inject private Accounts accounts;

    /**
     * Who may read the artifact, in the order of names, everybody first; somebody with two reasons
     * twice. The members of a workspace or a group it is granted to are not named: who they are is
     * its own.
     */
    public Page<AccessReason> of(Caller caller, ArtifactId id, PageRequest request) {
        reaches.requireGrantor(caller, rows.readable(caller, id));
        return page("access to " + id, READERS, id.value(), request)
                .map(row ->
                        new AccessReason(
                                Grantee.Kind.find((String) row[1])
                                        .map(kind -> new Grantee(kind, (UUID) row[0])),
                                (String) row[2],
                                AccessReason.Why.valueOf(
                                        ((String) row[3]).toUpperCase(Locale.ROOT)),
                                (String) row[4],
                                (Instant) row[5]));
    }

    /** What a user may do, for those who may see accounts; ids alone, never what is in them. */
    public Page<HeldPermission> heldBy(Caller caller, UserId user, PageRequest request) {
        accounts.get(caller, user);
        return page("permissions of " + user, PERMISSIONS, user.value(), request)
                .map(row ->
                        new HeldPermission(
                                (UUID) row[0],
                                row[3].equals(MEMBERSHIP),
                                (String) row[4],
                                via((String) row[1], (String) row[2]),
                                (Instant) row[5]));
    }

    private static @Nullable Grantee via(String kind, String id) {
        return id.isEmpty()
                ? null
                : new Grantee(Grantee.Kind.find(kind).orElseThrow(), UUID.fromString(id));
    }

    private Page<Object[]> page(String list, String select, UUID about, PageRequest request) {
        Optional<Cursor> after = request.position(list);
        String sql =
                "select r.*, %s as place from (%s) as r%s order by place"
                        .formatted(
                                PLACE,
                                select,
                                after.isPresent() ? " where " + PLACE + " > :after" : "");
        @SuppressWarnings("unchecked")
        NativeQuery<Object[]> query =
                entities.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        query.addScalar("id", UUID.class);
        for (String text : new String[] {"kind", "name", "reason", "role"}) {
            query.addScalar(text, String.class);
        }
        query.addScalar("expires_at", Instant.class)
                .addScalar("place", String.class)
                .setParameter("about", about)
                .setParameter("now", Instant.now())
                .setFirstResult(request.offset())
                .setMaxResults(request.rows());
        after.ifPresent(cursor -> query.setParameter("after", cursor.text(0)));
        Page<Object[]> page =
                Page.of(query.getResultList(), request, list, row -> Cursor.at(row[PLACED_AT]));
        return request.withTotal() ? page.withTotal(count(select, about)) : page;
    }

    private long count(String select, UUID about) {
        return (Long)
                entities.createNativeQuery(
                                "select count(*) from (%s) as r".formatted(select), Long.class)
                        .setParameter("about", about)
                        .setParameter("now", Instant.now())
                        .getSingleResult();
    }
}
