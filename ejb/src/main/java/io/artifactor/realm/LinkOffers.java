package io.artifactor.realm;

import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.ConfirmedAddresses;
import io.artifactor.identity.ProvisionedUsers;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind offers to link somebody who waits. An offer is for one person and one account,
 * and counts only while the account has the address the offer was sent to.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class LinkOffers {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ProvisionedUsers users;
    @Inject private ConfirmedAddresses addresses;
    @Inject private AuditLog audit;

    /**
     * The account that may be offered to whom the realm vouches for: the only one that has their
     * name or their address, which is confirmed, and whom nobody else of the realm uses.
     */
    public Optional<UserId> offerable(RealmProfile profile) {
        return waiting(profile).flatMap(identity -> account(identity, profile)).map(User::id);
    }

    /**
     * Notes the offer, in the place of an earlier one.
     *
     * @param hash of the secret in the link
     */
    public Optional<OfferedLink> note(RealmProfile profile, String hash) {
        Optional<RealmIdentity> identity = waiting(profile);
        Optional<User> account = identity.flatMap(found -> account(found, profile));
        return account.map(user -> {
            write(identity.get(), user, hash);
            audit.append(event("realm-link-offered", null, identity.get(), user.id()));
            return offer(identity.get(), user);
        });
    }

    /** Spends the offer, which links if it was still good. */
    public boolean redeem(String hash) {
        Optional<Row> row = row(hash);
        RealmIdentity identity =
                row.map(found ->
                                entities.find(
                                        RealmIdentity.class,
                                        found.identity(),
                                        LockModeType.PESSIMISTIC_WRITE))
                        .orElse(null);
        if (identity == null || !spend(hash)) {
            return false;
        }
        Row offered = row.get();
        Optional<User> account =
                addresses
                        .holder(offered.address())
                        .filter(user -> user.id().value().equals(offered.user()))
                        .filter(user -> !isTaken(identity, user));
        if (account.isEmpty() || identity.user().isPresent()) {
            return false;
        }
        User user = account.get();
        identity.link(user.id());
        audit.append(event("realm-identity-linked", user.id(), identity, user.id()));
        return true;
    }

    private Optional<RealmIdentity> waiting(RealmProfile profile) {
        return entities.createQuery(
                        """
                        select i from RealmIdentity i
                        where i.realm = :realm and i.subject = :subject and i.userId is null
                        """,
                        RealmIdentity.class)
                .setParameter("realm", profile.realm().id())
                .setParameter("subject", profile.subject())
                .getResultStream()
                .findFirst();
    }

    private Optional<User> account(RealmIdentity identity, RealmProfile profile) {
        User.Profile here =
                ProvisionedUsers.profile(
                        profile.username(), profile.displayName(), profile.email());
        String address = here.email();
        if (address == null || users.resembling(here).size() != 1) {
            return Optional.empty();
        }
        return addresses.holder(address).filter(user -> !isTaken(identity, user));
    }

    private boolean isTaken(RealmIdentity identity, User user) {
        return !entities.createQuery(
                        """
                        select i.id from RealmIdentity i
                        where i.userId = :user and i.realm = :realm
                        """,
                        UUID.class)
                .setParameter("user", user.id().value())
                .setParameter("realm", identity.realm().id())
                .getResultList()
                .isEmpty();
    }

    private void write(RealmIdentity identity, User user, String hash) {
        Instant now = Instant.now();
        entities.createNativeQuery("delete from realm_link where expires_at < :now")
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        insert into realm_link
                            (identity_id, user_id, address, token_hash, created_at, expires_at)
                        values (:identity, :user, :address, :hash, :now, :end)
                        on conflict (identity_id) do update set user_id = excluded.user_id,
                            address = excluded.address, token_hash = excluded.token_hash,
                            created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .setParameter("identity", identity.id())
                .setParameter("user", user.id().value())
                .setParameter("address", user.email().orElseThrow())
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("end", now.plus(GOOD_FOR))
                .executeUpdate();
    }

    private Optional<Row> row(String hash) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select identity_id, user_id, address from realm_link
                                where token_hash = :hash and expires_at > :now
                                """,
                                Tuple.class)
                        .setParameter("hash", hash)
                        .setParameter("now", Instant.now())
                        .getResultList();
        return found.stream()
                .map(Tuple.class::cast)
                .map(row ->
                        new Row(
                                row.get("identity_id", UUID.class),
                                row.get("user_id", UUID.class),
                                row.get("address", String.class)))
                .findFirst();
    }

    private boolean spend(String hash) {
        return entities.createNativeQuery("delete from realm_link where token_hash = :hash")
                        .setParameter("hash", hash)
                        .executeUpdate()
                > 0;
    }

    private static OfferedLink offer(RealmIdentity identity, User user) {
        return new OfferedLink(
                user.email().orElseThrow(), user.username(), identity.username(), identity.realm());
    }

    private static AuditEvent event(
            String action, @Nullable UserId actor, RealmIdentity identity, UserId user) {
        return new AuditEvent(
                action,
                actor,
                "realm-identity:" + identity.id(),
                Map.of(
                        "realm",
                        identity.realm().id(),
                        "user",
                        user.toString(),
                        "person",
                        identity.username(),
                        "by",
                        "email"));
    }

    private record Row(UUID identity, UUID user, String address) {}
}
