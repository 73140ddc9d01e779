package io.artifactor.identity;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of second factors. What may happen once is one statement that finds its row as it must
 * be, so that it happens once on all nodes together.
 */
@ApplicationScoped
@Transactional
class FactorRows {

    /** How long a factor that was begun can be confirmed. */
    static final Duration PENDING = Duration.ofHours(1);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private IdentityClock clock;
    @Inject private AuditLog audit;

    public boolean isActive(UserId user) {
        return !active(List.of(user)).isEmpty();
    }

    /** Those of them who have one. */
    public Set<UserId> active(Collection<UserId> users) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select user_id from second_factor where confirmed_at is not null
                                and user_id = any(cast(string_to_array(:users, ',') as uuid[]))
                                union
                                select user_id from security_key
                                where user_id = any(cast(string_to_array(:users, ',') as uuid[]))
                                """,
                                UUID.class)
                        .setParameter(
                                "users", users.stream().map(UserId::toString).collect(joining(",")))
                        .getResultList();
        return found.stream().map(id -> new UserId((UUID) id)).collect(Collectors.toSet());
    }

    /** What an active user has. A deactivated one is told nothing of theirs. */
    public FactorKinds kinds(UserId user) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select exists (select 1 from second_factor f
                                        where f.user_id = u.id and f.confirmed_at is not null) as codes,
                                    exists (select 1 from security_key k
                                        where k.user_id = u.id) as keys
                                from app_user u where u.id = :user and u.active
                                """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .getResultList();
        return found.stream()
                .findFirst()
                .map(row -> (Tuple) row)
                .map(row ->
                        new FactorKinds(
                                row.get("codes", Boolean.class), row.get("keys", Boolean.class)))
                .orElse(FactorKinds.NONE);
    }

    /** The sealed secret of an active user's codes. A deactivated one is told nothing of theirs. */
    public Optional<byte[]> secret(UserId user) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select f.secret from second_factor f
                                join app_user u on u.id = f.user_id
                                where f.user_id = :user and f.confirmed_at is not null and u.active
                                """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .getResultList();
        return sealed(found);
    }

    /** The sealed secret of a factor that waits for its first code. */
    public Optional<byte[]> pending(UserId user) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select secret from second_factor
                                where user_id = :user and confirmed_at is null and begun_at > :since
                                """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .setParameter("since", clock.now().minus(PENDING))
                        .getResultList();
        return sealed(found);
    }

    private static Optional<byte[]> sealed(List<?> rows) {
        return rows.stream().findFirst().map(row -> ((Tuple) row).get("secret", byte[].class));
    }

    /** Keeps a secret until it is confirmed, instead of one before; false if there is a factor. */
    public boolean begin(UserId user, byte[] sealed) {
        return entities.createNativeQuery(
                                """
                                insert into second_factor as f (user_id, secret, begun_at)
                                values (:user, :secret, :now)
                                on conflict (user_id) do update
                                    set secret = excluded.secret, begun_at = excluded.begun_at
                                where f.confirmed_at is null
                                """)
                        .setParameter("user", user.value())
                        .setParameter("secret", sealed)
                        .setParameter("now", clock.now())
                        .executeUpdate()
                > 0;
    }

    /** False if it is not this secret that waits. */
    public boolean confirm(UserId user, byte[] sealed, long step) {
        return entities.createNativeQuery(
                                """
                                update second_factor set confirmed_at = :now, last_step = :step
                                where user_id = :user and secret = :secret and confirmed_at is null
                                """)
                        .setParameter("now", clock.now())
                        .setParameter("step", step)
                        .setParameter("user", user.value())
                        .setParameter("secret", sealed)
                        .executeUpdate()
                > 0;
    }

    /** Whether nobody has used the code of that step, or of a later one. */
    public boolean spend(UserId user, long step) {
        return entities.createNativeQuery(
                                """
                                update second_factor set last_step = :step
                                where user_id = :user and confirmed_at is not null
                                and last_step < :step
                                """)
                        .setParameter("step", step)
                        .setParameter("user", user.value())
                        .executeUpdate()
                > 0;
    }

    /** Whether the user has this code, and has not used it. */
    public boolean spend(UserId user, RecoveryCode code) {
        int spent =
                entities.createNativeQuery(
                                """
                                update recovery_code set used_at = :now
                                where user_id = :user and hash = :hash and used_at is null
                                """)
                        .setParameter("now", clock.now())
                        .setParameter("user", user.value())
                        .setParameter("hash", code.hash())
                        .executeUpdate();
        if (spent > 0) {
            audit.append(AuditEvent.about(user, "recovery-code-used"));
        }
        return spent > 0;
    }

    /** Gives the user these codes instead of all before. */
    public void replaceCodes(UserId user, List<RecoveryCode> codes) {
        removeCodes(user);
        entities.createNativeQuery(
                        """
                        insert into recovery_code (user_id, hash)
                        select cast(:user as uuid), hash from unnest(string_to_array(:hashes, ',')) as hash
                        """)
                .setParameter("user", user.value())
                .setParameter(
                        "hashes", codes.stream().map(RecoveryCode::hash).collect(joining(",")))
                .executeUpdate();
    }

    /** Whether there was a factor; one that waits goes without a word. */
    public boolean removeAll(UserId user) {
        boolean was = isActive(user);
        removeRows("security_key", user);
        removeRows("second_factor", user);
        removeCodes(user);
        return was;
    }

    /** Whether there were one-time codes; a key stays, and the recovery codes with it. */
    public boolean removeOneTimeCodes(UserId user) {
        boolean were = kinds(user).codes();
        removeRows("second_factor", user);
        forgetWithout(user);
        return were;
    }

    /** Without a factor, recovery codes stand in for nothing. */
    public void forgetWithout(UserId user) {
        if (!isActive(user)) {
            removeCodes(user);
        }
    }

    private void removeCodes(UserId user) {
        removeRows("recovery_code", user);
    }

    private void removeRows(String table, UserId user) {
        entities.createNativeQuery("delete from " + table + " where user_id = :user")
                .setParameter("user", user.value())
                .executeUpdate();
    }

    /** Since when the user has a factor, which, and how many recovery codes are left. */
    public FactorState state(UserId user, boolean required) {
        Tuple row =
                (Tuple)
                        entities.createNativeQuery(
                                        """
                                        select cast(extract(epoch from least(c.since, k.since)) * 1000
                                                as bigint) as since,
                                            c.since is not null as codes, k.number as keys,
                                            r.number as recovery
                                        from (select max(confirmed_at) as since from second_factor
                                                where user_id = :user) c,
                                            (select min(added_at) as since, count(*) as number
                                                from security_key where user_id = :user) k,
                                            (select count(*) as number from recovery_code
                                                where user_id = :user and used_at is null) r
                                        """,
                                        Tuple.class)
                                .setParameter("user", user.value())
                                .getSingleResult();
        return new FactorState(
                Optional.ofNullable(row.get("since", Long.class)).map(Instant::ofEpochMilli),
                row.get("codes", Boolean.class),
                row.get("keys", Long.class).intValue(),
                row.get("recovery", Long.class).intValue(),
                required);
    }
}
