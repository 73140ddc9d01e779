package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** When people showed last who they are, each change in one transaction. */
@ApplicationScoped
@Transactional
class ConfirmedSignIns {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private UserStore users;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;

    /** Whether the sign-in began, or was confirmed, within that time. */
    public boolean isWithin(SessionKey session, Duration time) {
        return entities.createQuery(
                                """
                                select count(t) from RefreshToken t
                                where t.family = :family and t.userId = :user
                                and (t.startedAt > :since or t.confirmedAt > :since)
                                """,
                                Long.class)
                        .setParameter("family", session.family())
                        .setParameter("user", session.user().value())
                        .setParameter("since", clock.now().minus(time))
                        .getSingleResult()
                > 0;
    }

    /** The user's row is locked, or a token renewed meanwhile would not know of it. */
    public Instant confirm(SessionKey session) {
        UserId user = users.getLocked(session.user()).id();
        Instant now = clock.now();
        entities.createQuery(
                        """
                        update RefreshToken t set t.confirmedAt = :now
                        where t.family = :family and t.userId = :user and t.revokedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("family", session.family())
                .setParameter("user", user.value())
                .executeUpdate();
        audit.append(event(user, "sign-in-confirmed", session.family()));
        return now;
    }

    public void noteRefusal(SessionKey session, String reason) {
        audit.append(
                event(session.user(), "confirmation-refused", session.family())
                        .with("reason", reason));
    }

    private static AuditEvent event(UserId user, String act, UUID family) {
        return AuditEvent.about(user, act).with("session", family.toString());
    }
}
