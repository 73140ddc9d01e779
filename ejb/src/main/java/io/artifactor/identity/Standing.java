package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up what a valid token is worth right now, in short transactions before the request's. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Standing {

    private static final Duration BETWEEN_USES_NOTED = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private SessionStore sessions;
    @Inject private FactorDemand factorDemand;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;

    public Optional<Authenticated> ofSession(SessionKey session) {
        User user = entities.find(User.class, session.user().value());
        if (user == null || !user.isActive() || !sessions.isOpen(session)) {
            return Optional.empty();
        }
        return Optional.of(
                new Authenticated(
                        new Caller(user.id(), user.username(), user.roles()),
                        Set.of(TokenScope.values()),
                        Optional.of(session),
                        Optional.empty(),
                        user.mustChangePassword(),
                        factorDemand.isOpen(user, () -> sessions.isWithPassword(session))));
    }

    public Optional<SessionKey> ofBrowser(Secret cookie) {
        return sessions.ofBrowser(cookie);
    }

    public Optional<Authenticated> ofToken(Secret secret) {
        List<PersonalToken> found =
                entities.createQuery(
                                "select t from PersonalToken t where t.tokenHash = :hash",
                                PersonalToken.class)
                        .setParameter("hash", secret.hash())
                        .getResultList();
        Instant now = clock.now();
        if (found.isEmpty() || !found.getFirst().isUsableAt(now)) {
            return Optional.empty();
        }
        PersonalToken token = found.getFirst();
        User user = entities.find(User.class, token.owner().value());
        if (user == null || !user.isActive()) {
            return Optional.empty();
        }
        noteUse(token, now);
        Set<Role> roles = Authentication.rolesWithin(token.scopes(), user.roles());
        return Optional.of(
                new Authenticated(
                        new Caller(user.id(), user.username(), roles),
                        token.scopes(),
                        Optional.empty(),
                        Optional.of(token.id()),
                        user.mustChangePassword(),
                        false));
    }

    // Skipping a locked row: the one who holds it is noting the same.
    private void noteUse(PersonalToken token, Instant now) {
        Instant longAgo = now.minus(BETWEEN_USES_NOTED);
        if (token.lastUsedAt().isPresent() && token.lastUsedAt().get().isAfter(longAgo)) {
            return;
        }
        int noted =
                entities.createNativeQuery(
                                """
                                update personal_token set last_used_at = :now where id =
                                    (select id from personal_token
                                    where id = :id and coalesce(last_used_at, '-infinity') <= :longAgo
                                    for update skip locked)
                                """)
                        .setParameter("now", now)
                        .setParameter("longAgo", longAgo)
                        .setParameter("id", token.id().value())
                        .executeUpdate();
        if (noted > 0 && isFirstOfDay(token, now)) {
            audit.append(
                    new AuditEvent(
                            "token-used",
                            token.owner(),
                            "token:" + token.id(),
                            Map.of("name", token.name())));
        }
    }

    private static boolean isFirstOfDay(PersonalToken token, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        return token.lastUsedAt().filter(used -> !used.isBefore(today)).isEmpty();
    }
}
