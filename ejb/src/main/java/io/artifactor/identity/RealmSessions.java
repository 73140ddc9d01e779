package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ends sign-ins of which the realm that vouched for them says that they are over. Tokens of the
 * users' own making go on.
 */
@ApplicationScoped
@Transactional
public class RealmSessions {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private UserStore users;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<AccountChanged> accountChanged;

    /**
     * Ends what the realm says is over, which may be nothing.
     *
     * @return false if the realm said it before, and nothing was ended now
     */
    public boolean end(RealmLogout logout) {
        Instant now = clock.now();
        if (!isNew(logout, now)) {
            return false;
        }
        Map<UserId, List<RefreshToken>> over =
                named(logout, now)
                        .getResultStream()
                        .collect(Collectors.groupingBy(token -> token.session().user()));
        over.forEach((user, tokens) -> end(user, tokens, logout, now));
        return true;
    }

    /** Writes down that somebody said so who is not believed. */
    public void noteRefusal(String realm, String reason) {
        audit.append(
                new AuditEvent(
                        "realm-logout-refused",
                        null,
                        null,
                        Map.of("realm", realm, "reason", reason)));
    }

    private boolean isNew(RealmLogout logout, Instant now) {
        entities.createNativeQuery("delete from realm_message where expires_at < :now")
                .setParameter("now", now)
                .executeUpdate();
        return entities.createNativeQuery(
                                """
                                insert into realm_message (id, expires_at) values (:id, :end)
                                on conflict (id) do nothing
                                """)
                        .setParameter("id", digest(logout.realm() + '|' + logout.message()))
                        .setParameter("end", logout.end())
                        .executeUpdate()
                > 0;
    }

    private TypedQuery<RefreshToken> named(RealmLogout logout, Instant now) {
        String which;
        if (logout.subject().isEmpty()) {
            which = "t.realmSession = :session";
        } else if (logout.session().isEmpty()) {
            which = "t.realmSubject = :subject";
        } else {
            // Of a sign-in that was never named, whose it is has to do.
            which =
                    "t.realmSubject = :subject"
                            + " and (t.realmSession = :session or t.realmSession is null)";
        }
        TypedQuery<RefreshToken> query =
                entities.createQuery(
                                "select t from RefreshToken t where "
                                        + which
                                        + " and t.realm = :realm and t.revokedAt is null"
                                        + " and t.expiresAt > :now",
                                RefreshToken.class)
                        .setParameter("realm", logout.realm())
                        .setParameter("now", now);
        logout.subject().ifPresent(subject -> query.setParameter("subject", subject));
        logout.session().ifPresent(session -> query.setParameter("session", session));
        return query;
    }

    /** Behind the user's row, as everything that opens, renews or ends a sign-in. */
    private void end(UserId user, List<RefreshToken> tokens, RealmLogout logout, Instant now) {
        String name = users.findLocked(user).map(User::username).orElse("");
        List<UUID> families =
                tokens.stream().map(token -> token.session().family()).distinct().toList();
        entities.createQuery(
                        """
                        update RefreshToken t set t.revokedAt = :now
                        where t.family in :families and t.revokedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("families", families)
                .executeUpdate();
        audit.append(
                new AuditEvent(
                        "signed-out-by-realm",
                        null,
                        AuditEvent.subjectOf(user),
                        Map.of(
                                "realm",
                                logout.realm(),
                                "sessions",
                                String.valueOf(families.size()))));
        accountChanged.fire(new AccountChanged(user, name, false));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
