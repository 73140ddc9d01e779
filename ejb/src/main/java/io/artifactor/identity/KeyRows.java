package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of security keys. */
@ApplicationScoped
@Transactional
class KeyRows {

    /** Of one account. */
    static final int MOST = 20;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private IdentityClock clock;

    /** The user's, the first added first. */
    public List<SecurityKey> of(UserId user) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select id, name, backup_eligible as synced,
                                    cast(extract(epoch from added_at) * 1000 as bigint) as added,
                                    cast(extract(epoch from last_used_at) * 1000 as bigint) as used
                                from security_key where user_id = :user order by added_at, id
                                """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .getResultList();
        return found.stream().map(row -> key((Tuple) row)).toList();
    }

    private static SecurityKey key(Tuple row) {
        return new SecurityKey(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("synced", Boolean.class),
                Instant.ofEpochMilli(row.get("added", Long.class)),
                instant(row.get("used", Long.class)));
    }

    private static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }

    /** By what a browser finds them. */
    public List<KeyReference> references(UserId user) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select credential, transports from security_key
                                where user_id = :user order by added_at, id
                                """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .getResultList();
        return found.stream().map(row -> reference((Tuple) row)).toList();
    }

    private static KeyReference reference(Tuple row) {
        return new KeyReference(
                KeyReference.TYPE,
                Base64Url.of(row.get("credential", byte[].class)),
                Arrays.stream(row.get("transports", String.class).split(","))
                        .filter(way -> !way.isEmpty())
                        .toList());
    }

    /** The user's key of that credential; nobody else's. */
    public Optional<StoredKey> find(UserId user, byte[] credential) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select credential, public_key, model, sign_count, backup_eligible,
                                    backed_up
                                from security_key
                                where credential = :credential and user_id = :user
                                """,
                                Tuple.class)
                        .setParameter("credential", credential)
                        .setParameter("user", user.value())
                        .getResultList();
        return found.stream().findFirst().map(row -> stored((Tuple) row));
    }

    private static StoredKey stored(Tuple row) {
        return new StoredKey(
                Base64Url.of(row.get("credential", byte[].class)),
                Base64Url.of(row.get("public_key", byte[].class)),
                row.get("model", UUID.class),
                row.get("sign_count", Long.class),
                row.get("backup_eligible", Boolean.class),
                row.get("backed_up", Boolean.class));
    }

    /** False if somebody has that key already. */
    public boolean add(UserId user, UUID id, String name, StoredKey key, List<String> transports) {
        return entities.createNativeQuery(
                                """
                                insert into security_key (id, user_id, credential, public_key, model,
                                    sign_count, backup_eligible, backed_up, transports, name, added_at)
                                values (:id, :user, :credential, :key, :model, :count, :eligible,
                                    :backed, :transports, :name, :now)
                                on conflict (credential) do nothing
                                """)
                        .setParameter("id", id)
                        .setParameter("user", user.value())
                        .setParameter("credential", Base64Url.bytes(key.credential()))
                        .setParameter("key", Base64Url.bytes(key.publicKey()))
                        .setParameter("model", key.model())
                        .setParameter("count", key.signCount())
                        .setParameter("eligible", key.backupEligible())
                        .setParameter("backed", key.backedUp())
                        .setParameter("transports", String.join(",", transports))
                        .setParameter("name", name)
                        .setParameter("now", clock.now())
                        .executeUpdate()
                > 0;
    }

    /**
     * Keeps how a key was after it signed; false if its count did not go on. Of two signatures at
     * once, the one that counts less is refused.
     */
    public boolean signed(UserId user, StoredKey key) {
        return entities.createNativeQuery(
                                """
                                update security_key set sign_count = :count, backed_up = :backed,
                                    last_used_at = :now
                                where credential = :credential and user_id = :user
                                and (sign_count < :count or sign_count = 0 and :count = 0)
                                """)
                        .setParameter("count", key.signCount())
                        .setParameter("backed", key.backedUp())
                        .setParameter("now", clock.now())
                        .setParameter("credential", Base64Url.bytes(key.credential()))
                        .setParameter("user", user.value())
                        .executeUpdate()
                > 0;
    }

    /** The name of what was removed. */
    public Optional<String> remove(UserId user, UUID id) {
        Optional<String> name =
                of(user).stream()
                        .filter(key -> key.id().equals(id))
                        .map(SecurityKey::name)
                        .findFirst();
        entities.createNativeQuery("delete from security_key where id = :id and user_id = :user")
                .setParameter("id", id)
                .setParameter("user", user.value())
                .executeUpdate();
        return name;
    }
}
