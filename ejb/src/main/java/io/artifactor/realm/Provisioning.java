package io.artifactor.realm;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Caller;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.identity.UserId;
import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a realm tells of its people by itself, whether they have ever signed in or not: that there
 * are such, how they are called, which groups they are in, that they left and came back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Provisioning {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private RealmRows rows;
    @Inject private ProvisionedUsers users;
    @Inject private AuditLog audit;

    /**
     * The person, who has an account from now on, unless somebody here has their name or address:
     * then they are kept for an administrator to link. In a transaction of its own.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public RealmIdentity meet(RealmProfile profile) {
        return rows.meet(profile);
    }

    /** How they are called by now. */
    public void describe(UUID id, RealmProfile profile) {
        RealmIdentity identity = locked(id);
        identity.describe(profile);
        identity.user()
                .ifPresent(user ->
                        users.update(
                                user,
                                ProvisionedUsers.profile(
                                        profile.username(),
                                        profile.displayName(),
                                        profile.email())));
    }

    /** They left: their account is shut at once. */
    public void leave(Caller caller, UUID id) {
        RealmIdentity identity = locked(id);
        Optional<UserId> shut = identity.user().filter(user -> users.deactivate(caller, user));
        if (shut.isPresent()) {
            identity.leave(Instant.now());
            note(caller, "realm-identity-left", identity);
        }
    }

    /** They came back. An account that somebody else shut stays so. */
    public void comeBack(Caller caller, UUID id) {
        RealmIdentity identity = locked(id);
        if (identity.hasLeft()) {
            identity.comeBack();
            identity.user().ifPresent(user -> users.activate(caller, user));
            note(caller, "realm-identity-came-back", identity);
        }
    }

    /**
     * Which groups people are in, beside those of their last sign-in.
     *
     * @param groups of each of these people all that the realm told of by itself
     */
    public void provide(Realm realm, Map<UUID, Set<String>> groups) {
        Set<String> mapped =
                rows.mappings(realm).stream().map(GroupMapping::group).collect(Collectors.toSet());
        // In one order, so that two at once do not wait for each other.
        new TreeMap<>(groups).forEach((id, wanted) -> provide(locked(id), wanted, mapped));
    }

    private void provide(RealmIdentity identity, Set<String> wanted, Set<String> mapped) {
        Set<String> had = identity.providedGroups();
        identity.provide(wanted);
        Set<String> changed = new HashSet<>(had);
        changed.addAll(wanted);
        changed.removeIf(group -> had.contains(group) && wanted.contains(group));
        changed.retainAll(mapped);
        if (!changed.isEmpty()) {
            identity.user()
                    .ifPresent(user -> rows.assign(user, identity.realm(), identity.allGroups()));
        }
    }

    private void note(Caller caller, String action, RealmIdentity identity) {
        audit.append(
                AuditEvent.by(caller, action, "realm-identity:" + identity.id())
                        .with("realm", identity.realm().id()));
    }

    private RealmIdentity locked(UUID id) {
        RealmIdentity identity =
                entities.find(RealmIdentity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (identity == null) {
            throw Problem.notFound("realm identity", id);
        }
        return identity;
    }
}
