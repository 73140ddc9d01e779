package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind sign-ins. Opening, rotating and revoking all lock the user's row first, so that
 * no token is born while its family is being revoked. Refusals are values, not exceptions: what a
 * refusal changes must be kept.
 */
@ApplicationScoped
@Transactional
class SessionStore {

    private static final Duration BETWEEN_USES_NOTED = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private UserStore users;
    @Inject private AuditLog audit;
    @Inject private RequestOrigin origin;
    @Inject private IdentityClock clock;
    @Inject private IdentitySettings settings;
    @Inject private FactorDemand factorDemand;
    @Inject private InitialPasswords initialPasswords;
    @Inject private Event<AccountChanged> accountChanged;

    /** What a password is checked against. */
    public Optional<Credentials> credentials(String username) {
        return user(username).map(Credentials::of);
    }

    /** The user of that name, whatever its capitals. */
    public Optional<User> user(String username) {
        return entities.createQuery(
                        "select u from User u where lower(u.username) = :name", User.class)
                .setParameter("name", username.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    public Optional<Credentials> credentials(UserId user) {
        return Optional.ofNullable(entities.find(User.class, user.value())).map(Credentials::of);
    }

    /**
     * Opens a session, unless the account changed since its password was checked, or the password
     * was given too long ago.
     */
    public Optional<Opened> open(
            Credentials checked, @Nullable String strongerHash, SessionTerms terms) {
        User user = users.findLocked(checked.user()).orElse(null);
        if (user == null || !checked.equals(Credentials.of(user)) || !user.isActive()) {
            return Optional.empty();
        }
        if (initialPasswords.isOver(user)) {
            noteRefusal(user.id(), "initial-password-over");
            return Optional.empty();
        }
        if (strongerHash != null) {
            user.strengthenHash(strongerHash);
        }
        return Optional.of(open(user, terms));
    }

    /** Opens a session for somebody a realm elsewhere vouches for. */
    public Optional<Opened> open(UserId id, SessionTerms terms) {
        return users.findLocked(id).filter(User::isActive).map(user -> open(user, terms));
    }

    private Opened open(User user, SessionTerms terms) {
        Instant now = clock.now();
        removeOver(user.id(), now);
        SessionKey session = new SessionKey(user.id(), UUID.randomUUID());
        AuditEvent event = AuditEvent.about(user.id(), "signed-in");
        audit.append(terms.realm() == null ? event : event.with("realm", terms.realm()));
        Secret secret = Secret.next(terms.secret());
        RefreshToken token = new RefreshToken(session, secret, terms, currentOrigin(), now);
        if (terms.carrier() == SessionTerms.Carrier.BROWSER) {
            token.endWhenIdle(settings.browserIdle());
        }
        entities.persist(token);
        return opened(user, token, secret);
    }

    /** The open sign-in a browser's cookie stands for, which is used by that. */
    public Optional<SessionKey> ofBrowser(Secret cookie) {
        Instant now = clock.now();
        Optional<RefreshToken> found = find(cookie).filter(token -> !token.isOverAt(now));
        found.filter(token -> token.lastUsedAt().isBefore(now.minus(BETWEEN_USES_NOTED)))
                .ifPresent(token -> noteUse(token, now));
        return found.map(RefreshToken::session);
    }

    /** By a statement of its own: what was ended meanwhile stays ended. */
    private void noteUse(RefreshToken token, Instant now) {
        entities.createNativeQuery(
                        """
                        update refresh_token set last_used_at = :now, expires_at = :end
                        where token_hash = :hash and revoked_at is null
                        """)
                .setParameter("now", now)
                .setParameter("end", token.endOfBrowser(now, settings.browserIdle()))
                .setParameter("hash", token.tokenHash())
                .executeUpdate();
    }

    public void noteRefusal(@Nullable UserId user, String reason) {
        String subject = user == null ? null : AuditEvent.subjectOf(user);
        audit.append(new AuditEvent("sign-in-refused", null, subject, Map.of("reason", reason)));
    }

    /** Spends the presented token for the next one of its family. */
    public Optional<Opened> rotate(Secret presented) {
        Optional<RefreshToken> found = find(presented);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RefreshToken token = found.get();
        User user = users.findLocked(token.session().user()).orElse(null);
        entities.refresh(token);
        Instant now = clock.now();
        if (user == null || !user.isActive() || token.isOverAt(now)) {
            return Optional.empty();
        }
        if (token.isSpent()) {
            revokeFamily(token.session(), now);
            audit.append(AuditEvent.about(user.id(), "refresh-token-reused"));
            accountChanged.fire(new AccountChanged(user.id(), user.username(), false));
            return Optional.empty();
        }
        token.spend(now);
        Secret secret = Secret.next(Secret.Kind.REFRESH);
        entities.persist(new RefreshToken(token, secret, currentOrigin(), now));
        return Optional.of(opened(user, token, secret));
    }

    /** Ends the sign-in the token belongs to; whose it was, if there was one. */
    public Optional<SessionKey> end(Secret presented) {
        return find(presented).map(RefreshToken::session).map(this::end);
    }

    public SessionKey end(SessionKey session) {
        users.findLocked(session.user());
        if (revokeFamily(session, clock.now()) > 0) {
            audit.append(AuditEvent.about(session.user(), "signed-out"));
        }
        return session;
    }

    public boolean isOpen(SessionKey session) {
        return entities.createQuery(
                                """
                                select count(t) from RefreshToken t
                                where t.family = :family and t.userId = :user
                                and t.revokedAt is null and t.expiresAt > :now
                                """,
                                Long.class)
                        .setParameter("family", session.family())
                        .setParameter("user", session.user().value())
                        .setParameter("now", clock.now())
                        .getSingleResult()
                > 0;
    }

    /** Whether the sign-in was opened with a password given here. */
    public boolean isWithPassword(SessionKey session) {
        return entities.createQuery(
                                """
                                select count(t) from RefreshToken t
                                where t.family = :family and t.withPassword = true
                                """,
                                Long.class)
                        .setParameter("family", session.family())
                        .getSingleResult()
                > 0;
    }

    /** The last token of each of the user's sign-ins, the last used first. */
    public List<RefreshToken> openOf(UserId user) {
        return entities.createQuery(
                        """
                        select t from RefreshToken t
                        where t.userId = :user and t.revokedAt is null and t.spentAt is null
                        and t.expiresAt > :now order by t.createdAt desc, t.id
                        """,
                        RefreshToken.class)
                .setParameter("user", user.value())
                .setParameter("now", clock.now())
                .getResultList();
    }

    /** Ends all sign-ins of the user but this one. */
    public void endOthers(SessionKey keep) {
        users.findLocked(keep.user());
        endAll(keep.user(), keep);
        audit.append(AuditEvent.about(keep.user(), "other-sessions-ended"));
    }

    /** Ends the user's sign-ins but for the one to keep; the user's row is locked already. */
    public void endAll(UserId user, @Nullable SessionKey keep) {
        entities.createQuery(
                        """
                        update RefreshToken t set t.revokedAt = :now
                        where t.userId = :user and t.revokedAt is null and t.family <> :keep
                        """)
                .setParameter("now", clock.now())
                .setParameter("user", user.value())
                .setParameter("keep", family(keep))
                .executeUpdate();
    }

    /**
     * Ends all sign-ins of everybody that began before, but for the one to keep; how many users had
     * one. All users are locked meanwhile, in one order, so that nobody's tokens are renewed past
     * it.
     */
    public int endEverybodys(Instant before, @Nullable SessionKey keep) {
        entities.createNativeQuery(
                        "select cast(id as text) from app_user order by id for no key update",
                        String.class)
                .getResultList();
        List<UUID> users =
                entities.createQuery(
                                """
                                select distinct t.userId from RefreshToken t
                                where t.revokedAt is null and t.expiresAt > :now
                                and t.startedAt < :before and t.family <> :keep
                                """,
                                UUID.class)
                        .setParameter("now", clock.now())
                        .setParameter("before", before)
                        .setParameter("keep", family(keep))
                        .getResultList();
        entities.createQuery(
                        """
                        update RefreshToken t set t.revokedAt = :now
                        where t.revokedAt is null and t.startedAt < :before and t.family <> :keep
                        """)
                .setParameter("now", clock.now())
                .setParameter("before", before)
                .setParameter("keep", family(keep))
                .executeUpdate();
        users.forEach(id -> accountChanged.fire(new AccountChanged(new UserId(id), "", false)));
        return users.size();
    }

    private static UUID family(@Nullable SessionKey keep) {
        return keep == null ? new UUID(0, 0) : keep.family();
    }

    private Opened opened(User user, RefreshToken token, Secret secret) {
        Caller caller = new Caller(user.id(), user.username(), user.roles());
        return new Opened(
                caller,
                token.session(),
                secret,
                user.mustChangePassword(),
                factorDemand.isOpen(user, token::isWithPassword));
    }

    private Optional<RefreshToken> find(Secret secret) {
        List<RefreshToken> found =
                entities.createQuery(
                                "select t from RefreshToken t where t.tokenHash = :hash",
                                RefreshToken.class)
                        .setParameter("hash", secret.hash())
                        .getResultList();
        return found.stream().findFirst();
    }

    /** The user, whose sign-ins nobody else changes until the end of the transaction. */
    public User locked(UserId user) {
        return users.getLocked(user);
    }

    private int revokeFamily(SessionKey session, Instant now) {
        return entities.createQuery(
                        """
                        update RefreshToken t set t.revokedAt = :now
                        where t.family = :family and t.revokedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("family", session.family())
                .executeUpdate();
    }

    private void removeOver(UserId user, Instant now) {
        entities.createQuery("delete RefreshToken t where t.userId = :user and t.expiresAt < :now")
                .setParameter("user", user.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    private Origin currentOrigin() {
        try {
            return origin.get();
        } catch (ContextNotActiveException e) {
            return Origin.NONE;
        }
    }

    /** A session with a token of its family that nobody has spent. */
    record Opened(
            Caller caller,
            SessionKey session,
            Secret secret,
            boolean passwordChangeRequired,
            boolean secondFactorSetupRequired) {}
}
