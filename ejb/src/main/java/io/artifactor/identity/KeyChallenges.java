package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/**
 * What security keys are asked to sign. Each is good once, on all nodes together, for the account
 * and the purpose it was made for.
 */
@ApplicationScoped
@Transactional
class KeyChallenges {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final int BYTES = 32;

    /** Of one account at a time; whoever asks on and on voids what they asked for before. */
    private static final int MOST = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private IdentityClock clock;

    enum Purpose {
        REGISTRATION,
        PROOF;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One more, in base64url. */
    public String issue(UserId user, Purpose purpose) {
        byte[] challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        entities.createNativeQuery(
                        """
                        insert into key_challenge (challenge, user_id, purpose, expires_at)
                        values (:challenge, :user, :purpose, :end)
                        """)
                .setParameter("challenge", challenge)
                .setParameter("user", user.value())
                .setParameter("purpose", purpose.id())
                .setParameter("end", clock.now().plus(GOOD_FOR))
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        delete from key_challenge where challenge in
                            (select challenge from key_challenge where user_id = :user
                            order by expires_at desc, challenge offset :most)
                        """)
                .setParameter("user", user.value())
                .setParameter("most", MOST)
                .executeUpdate();
        return Base64Url.of(challenge);
    }

    /** Whether it was made for that, and nobody has used it. From now on somebody has. */
    public boolean take(UserId user, Purpose purpose, byte[] challenge) {
        return entities.createNativeQuery(
                                """
                                delete from key_challenge where challenge = :challenge
                                and user_id = :user and purpose = :purpose and expires_at > :now
                                """)
                        .setParameter("challenge", challenge)
                        .setParameter("user", user.value())
                        .setParameter("purpose", purpose.id())
                        .setParameter("now", clock.now())
                        .executeUpdate()
                > 0;
    }

    public void sweep() {
        entities.createNativeQuery("delete from key_challenge where expires_at <= :now")
                .setParameter("now", clock.now())
                .executeUpdate();
    }
}
