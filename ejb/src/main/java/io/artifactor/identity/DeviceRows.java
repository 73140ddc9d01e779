package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows behind known devices: a token of a device counts while its row is there. A client that
 * keeps no token is another device each time, so an account keeps the last of them only.
 */
@ApplicationScoped
@Transactional
class DeviceRows {

    private static final int MOST = 50;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private KnownDevices tokens;
    @Inject private RequestOrigin origin;
    @Inject private IdentityClock clock;
    @Inject private AuditLog audit;

    /** A token for a device on which the user signed in just now. */
    public String issue(UserId user, UUID device) {
        Origin from = origin.get();
        entities.createNativeQuery(
                        """
                        insert into known_device as d
                            (user_id, device, name, address, first_seen_at, last_seen_at)
                        values (:user, :device, nullif(:name, ''), nullif(:address, ''),
                            :now, :now)
                        on conflict (user_id, device) do update set name = excluded.name,
                            address = excluded.address, last_seen_at = excluded.last_seen_at
                        """)
                .setParameter("user", user.value())
                .setParameter("device", device)
                .setParameter("name", Objects.requireNonNullElse(from.device(), ""))
                .setParameter("address", Objects.requireNonNullElse(from.address(), ""))
                .setParameter("now", clock.now())
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        delete from known_device where user_id = :user and device in
                            (select device from known_device where user_id = :user
                            order by last_seen_at desc, device offset :most)
                        """)
                .setParameter("user", user.value())
                .setParameter("most", MOST)
                .executeUpdate();
        return tokens.issue(user, device);
    }

    /** The device, if the token was issued for this user, is not too old, and not forgotten. */
    public Optional<UUID> check(UserId user, String token) {
        return tokens.check(user, token).filter(device -> isKnown(user, device));
    }

    private boolean isKnown(UserId user, UUID device) {
        return !entities.createNativeQuery(
                        "select 1 from known_device where user_id = :user and device = :device",
                        Integer.class)
                .setParameter("user", user.value())
                .setParameter("device", device)
                .getResultList()
                .isEmpty();
    }

    /** The user's, the last seen first. */
    public List<KnownDevice> of(UserId user) {
        List<?> rows =
                entities.createNativeQuery(
                                """
                                select device, name, address,
                                    cast(extract(epoch from first_seen_at) * 1000 as bigint)
                                        as first_seen_at,
                                    cast(extract(epoch from last_seen_at) * 1000 as bigint)
                                        as last_seen_at
                                from known_device
                                where user_id = :user and last_seen_at > :forgotten
                                order by last_seen_at desc, device
                                """,
                                Tuple.class)
                        .setParameter("user", user.value())
                        .setParameter("forgotten", forgotten())
                        .getResultList();
        return rows.stream().map(row -> device((Tuple) row)).toList();
    }

    /** Whether the user had that device. */
    public boolean forget(UserId user, UUID device) {
        boolean was =
                entities.createNativeQuery(
                                        "delete from known_device"
                                                + " where user_id = :user and device = :device")
                                .setParameter("user", user.value())
                                .setParameter("device", device)
                                .executeUpdate()
                        > 0;
        if (was) {
            audit.append(AuditEvent.about(user, "device-forgotten"));
        }
        return was;
    }

    /** Removes those whose tokens are too old to count. */
    public void sweep() {
        entities.createNativeQuery("delete from known_device where last_seen_at <= :forgotten")
                .setParameter("forgotten", forgotten())
                .executeUpdate();
    }

    private Instant forgotten() {
        return clock.now().minus(KnownDevices.KNOWN);
    }

    private static KnownDevice device(Tuple row) {
        return new KnownDevice(
                row.get("device", UUID.class),
                Optional.ofNullable(row.get("name", String.class)).map(DeviceName::of),
                Optional.ofNullable(row.get("address", String.class)),
                Instant.ofEpochMilli(row.get("first_seen_at", Long.class)),
                Instant.ofEpochMilli(row.get("last_seen_at", Long.class)));
    }
}
