package io.artifactor.realm;

import com.fasterxml.uuid.Generators;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.ConfirmedAddresses;
import io.artifactor.identity.PasswordRealm;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.identity.RealmSession;
import io.artifactor.identity.Role;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import io.artifactor.realm.GroupMapping.Meaning;
import io.artifactor.workspace.RealmMemberships;
import io.artifactor.workspace.WorkspaceId;
import io.artifactor.workspace.WorkspaceRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows behind people of realms elsewhere. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RealmRows {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ProvisionedUsers users;
    @Inject private ConfirmedAddresses addresses;
    @Inject private RealmSettings settings;
    @Inject private RealmMemberships memberships;
    @Inject private AuditLog audit;

    /**
     * The account of whom the realm vouches for, which is made when they come for the first time.
     * Empty if somebody here has their name or their address: that is kept for an administrator.
     */
    public Optional<PasswordRealm.Vouched> vouch(RealmProfile profile) {
        Instant now = Instant.now();
        RealmIdentity identity = remembered(profile, now);
        User.Profile profileHere =
                ProvisionedUsers.profile(
                        profile.username(), profile.displayName(), profile.email());
        if (identity.user().isEmpty()) {
            provision(identity, profileHere);
        }
        identity.see(profile, now);
        return identity.user()
                .map(user -> {
                    users.update(user, profileHere);
                    confirm(user, profile.realm(), profileHere);
                    assign(user, profile.realm(), identity.allGroups());
                    return new PasswordRealm.Vouched(
                            user, new RealmSession(profile.realm().id(), profile.subject(), null));
                });
    }

    private void confirm(UserId user, Realm realm, User.Profile profile) {
        String address = profile.email();
        if (address != null && settings.linksByEmail(realm)) {
            addresses.confirm(user, address);
        }
    }

    /**
     * Whom the realm tells of by itself, before they have ever come: they get an account as if they
     * had, but for the groups.
     */
    public RealmIdentity meet(RealmProfile profile) {
        RealmIdentity identity = remembered(profile, Instant.now());
        if (identity.user().isEmpty()) {
            provision(
                    identity,
                    ProvisionedUsers.profile(
                            profile.username(), profile.displayName(), profile.email()));
        }
        identity.describe(profile);
        return identity;
    }

    /** The row of somebody who has not come yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public RealmIdentity expect(ExpectedIdentity expected) {
        return remembered(
                new RealmProfile(
                        expected.realm(),
                        expected.subject(),
                        expected.username(),
                        null,
                        expected.email(),
                        Set.of()),
                Instant.now());
    }

    /** The row of the person, which nobody else changes until the end of the transaction. */
    private RealmIdentity remembered(RealmProfile profile, Instant now) {
        entities.createNativeQuery(
                        """
                        insert into realm_identity
                            (id, realm, subject, username, first_seen_at, last_seen_at)
                        values (:id, :realm, :subject, :username, :now, :now)
                        on conflict (realm, subject) do nothing
                        """)
                .setParameter("id", Generators.timeBasedEpochRandomGenerator().generate())
                .setParameter("realm", profile.realm().id())
                .setParameter("subject", profile.subject())
                .setParameter("username", profile.username())
                .setParameter("now", now)
                .executeUpdate();
        UUID id =
                entities.createQuery(
                                """
                                select i.id from RealmIdentity i
                                where i.realm = :realm and i.subject = :subject
                                """,
                                UUID.class)
                        .setParameter("realm", profile.realm().id())
                        .setParameter("subject", profile.subject())
                        .getSingleResult();
        return entities.find(RealmIdentity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private void provision(RealmIdentity identity, User.Profile profile) {
        if (users.resembling(profile).isEmpty()) {
            identity.link(users.create(identity.realm().id(), profile));
            return;
        }
        audit.append(
                new AuditEvent(
                        "realm-identity-waiting",
                        null,
                        "realm-identity:" + identity.id(),
                        Map.of("realm", identity.realm().id(), "username", profile.username())));
    }

    /** How the realm calls the user; empty for somebody it does not know. */
    public Optional<String> nameIn(Realm realm, UserId user) {
        return entities.createQuery(
                        """
                        select i.username from RealmIdentity i
                        where i.realm = :realm and i.userId = :user and i.leftAt is null
                        order by i.lastSeenAt desc
                        """,
                        String.class)
                .setParameter("realm", realm.id())
                .setParameter("user", user.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those of the realm who are signed in through it. */
    public List<RealmIdentity> signedIn(Realm realm) {
        return entities.createQuery(
                        """
                        select i from RealmIdentity i
                        where i.realm = :realm and i.userId in
                            (select t.userId from RefreshToken t
                            where t.realm = :realm and t.revokedAt is null and t.expiresAt > :now)
                        """,
                        RealmIdentity.class)
                .setParameter("realm", realm.id())
                .setParameter("now", Instant.now())
                .getResultList();
    }

    /** The realm does not know them any more. */
    public void leave(UserId user, RealmIdentity identity) {
        users.signOut(user);
        audit.append(
                new AuditEvent(
                        "realm-identity-left",
                        null,
                        "realm-identity:" + identity.id(),
                        Map.of("realm", identity.realm().id(), "user", user.toString())));
    }

    /** Roles are given by hand where no group of the realm stands for one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void assign(UserId user, Realm realm, Set<String> groups) {
        Set<Role> roles = EnumSet.of(Role.USER);
        boolean mapsRoles = false;
        Map<WorkspaceId, WorkspaceRole> places = new HashMap<>();
        for (GroupMapping mapping : mappings(realm)) {
            boolean counts = groups.contains(mapping.group());
            switch (mapping.meaning()) {
                case Meaning.Everywhere(Role role) -> {
                    mapsRoles = true;
                    if (counts) {
                        roles.add(role);
                    }
                }
                case Meaning.Within(WorkspaceId workspace, WorkspaceRole role) -> {
                    if (counts) {
                        places.merge(workspace, role, RealmRows::mightier);
                    }
                }
            }
        }
        if (mapsRoles) {
            users.assign(user, roles);
        }
        memberships.assign(user, realm.id(), places);
    }

    private static WorkspaceRole mightier(WorkspaceRole one, WorkspaceRole other) {
        return one.covers(other) ? one : other;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public List<GroupMapping> mappings(Realm realm) {
        return entities.createQuery(
                        "select m from GroupMapping m where m.realm = :realm", GroupMapping.class)
                .setParameter("realm", realm.id())
                .getResultList();
    }
}
