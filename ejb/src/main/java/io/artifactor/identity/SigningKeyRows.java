package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of signing keys, which all nodes read. Those sealed with another file are not ours. */
@ApplicationScoped
@Transactional
class SigningKeyRows {

    /** Every node has read a new key before one signs with it. */
    static final Duration SPREADING = Duration.ofSeconds(10);

    private static final Duration CLOCKS = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private KeyRing ring;
    @Inject private IdentityClock clock;

    /** All that are of use, with the one in the file. */
    public List<KeyRing.Key> all() {
        ECKey root = ring.root();
        RowSeal seal = seal(root);
        List<KeyRing.Key> keys = new ArrayList<>();
        KeyRing.Key ofFile = new KeyRing.Key(root, Instant.EPOCH, null);
        for (Object found : rows(root)) {
            Tuple row = (Tuple) found;
            String id = row.get("kid", String.class);
            byte @Nullable [] sealed = row.get("sealed", byte[].class);
            @Nullable Instant end = instant(row.get("end_at", Long.class));
            if (sealed == null) {
                ofFile = new KeyRing.Key(root, Instant.EPOCH, end);
            } else {
                Instant from = Objects.requireNonNull(instant(row.get("signs_from", Long.class)));
                keys.add(new KeyRing.Key(opened(id, seal.open(id, sealed)), from, end));
            }
        }
        keys.add(ofFile);
        return keys;
    }

    /**
     * Makes a key that signs from now on.
     *
     * @param immediately whether what the others signed counts no more, at once
     */
    public KeyRing.Key rotate(boolean immediately) {
        Instant now = clock.now();
        Instant from = immediately ? now : now.plus(SPREADING);
        Instant end = immediately ? now : from.plus(IdentitySettings.ACCESS).plus(CLOCKS);
        entities.createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
        entities.createNativeQuery(
                        "delete from signing_key where sealed is not null and accepted_until < :now")
                .setParameter("now", now)
                .executeUpdate();
        end(ring.root(), end);
        ECKey key = generated();
        entities.createNativeQuery(
                        """
                        insert into signing_key (kid, root, sealed, signs_from)
                        values (:kid, :root, :sealed, :from)
                        """)
                .setParameter("kid", key.getKeyID())
                .setParameter("root", ring.root().getKeyID())
                .setParameter("sealed", seal(ring.root()).close(key.getKeyID(), text(key)))
                .setParameter("from", from)
                .executeUpdate();
        return new KeyRing.Key(key, from, null);
    }

    /** Those before a new one, that of the file too, are over then at the latest. */
    private void end(ECKey root, Instant end) {
        entities.createNativeQuery(
                        """
                        insert into signing_key (kid, root, signs_from)
                        values (:root, :root, 'epoch') on conflict (kid) do nothing
                        """)
                .setParameter("root", root.getKeyID())
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        update signing_key set accepted_until = :end
                        where root = :root and (accepted_until is null or accepted_until > :end)
                        """)
                .setParameter("end", end)
                .setParameter("root", root.getKeyID())
                .executeUpdate();
    }

    private List<?> rows(ECKey root) {
        return entities.createNativeQuery(
                        """
                        select kid, sealed,
                            cast(extract(epoch from signs_from) * 1000000 as bigint) as signs_from,
                            cast(extract(epoch from accepted_until) * 1000000 as bigint) as end_at
                        from signing_key where root = :root order by signing_key.signs_from desc
                        """,
                        Tuple.class)
                .setParameter("root", root.getKeyID())
                .getResultList();
    }

    private static RowSeal seal(ECKey root) {
        return new RowSeal(root.getD().decode(), RowSeal.SIGNING_KEYS);
    }

    private static byte[] text(ECKey key) {
        return key.toJSONString().getBytes(UTF_8);
    }

    private static ECKey opened(String id, byte[] text) {
        try {
            return ECKey.parse(new String(text, UTF_8));
        } catch (ParseException e) {
            // The parser's own message may quote the key.
            throw new IllegalStateException("The signing key " + id + " is not a key");
        }
    }

    private static @Nullable Instant instant(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java runtime has P-256", e);
        }
    }
}
