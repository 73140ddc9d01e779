package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
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

/** The rows behind links to a new password. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ForgottenPasswords {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private PublicUrl publicUrl;
    @Inject private Event<AccountChanged> accountChanged;

    /** The active user of that name or address who can be written to. */
    public Optional<UserId> reachable(String nameOrAddress) {
        return entities.createQuery(
                        """
                        select u.id from User u
                        where (lower(u.username) = :asked or lower(u.email) = :asked)
                        and u.active = true and u.email is not null
                        """,
                        UUID.class)
                .setParameter("asked", nameOrAddress.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(UserId::new);
    }

    /** A message with a new link; links sent before are void. */
    public Mail issue(UserId id) {
        User user = entities.find(User.class, id.value());
        Instant now = clock.now();
        Secret secret = Secret.next(Secret.Kind.RESET);
        entities.createNativeQuery(
                        """
                        insert into password_reset
                            (user_id, token_hash, address, created_at, expires_at)
                        values (:user, :hash, :address, :now, :end)
                        on conflict (user_id) do update set token_hash = excluded.token_hash,
                            address = excluded.address, created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .setParameter("user", id.value())
                .setParameter("hash", secret.hash())
                .setParameter("address", user.email().orElseThrow())
                .setParameter("now", now)
                .setParameter("end", now.plus(GOOD_FOR))
                .executeUpdate();
        audit.append(
                new AuditEvent(
                        "password-reset-requested", null, AuditEvent.subjectOf(id), Map.of()));
        return mail(user, secret);
    }

    /** Whose link it is, while it is good. */
    public Optional<Credentials> owner(Secret secret) {
        List<?> found =
                entities.createNativeQuery(
                                """
                                select cast(user_id as text) from password_reset
                                where token_hash = :hash and expires_at > :now
                                """,
                                String.class)
                        .setParameter("hash", secret.hash())
                        .setParameter("now", clock.now())
                        .getResultList();
        return found.stream()
                .findFirst()
                .map(id -> entities.find(User.class, UUID.fromString((String) id)))
                .filter(User::isActive)
                .map(Credentials::of);
    }

    /** Spends the link for a new password, which ends all sign-ins; false if it was spent. */
    public boolean spend(Secret secret, UserId id, String hash) {
        User user = sessions.locked(id);
        Optional<String> address = address(secret);
        int spent =
                entities.createNativeQuery(
                                """
                                delete from password_reset
                                where token_hash = :hash and user_id = :user and expires_at > :now
                                """)
                        .setParameter("hash", secret.hash())
                        .setParameter("user", id.value())
                        .setParameter("now", clock.now())
                        .executeUpdate();
        if (spent == 0 || !user.isActive()) {
            return false;
        }
        user.changePassword(hash, false, clock.now());
        address.ifPresent(sentTo -> user.confirmAddress(sentTo, clock.now()));
        sessions.endAll(id, null);
        audit.append(AuditEvent.about(id, "password-reset"));
        accountChanged.fire(new AccountChanged(id, user.username(), true));
        return true;
    }

    /** To where the link was sent, which whoever holds it can read. */
    private Optional<String> address(Secret secret) {
        List<?> found =
                entities.createNativeQuery(
                                "select coalesce(address, '') from password_reset"
                                        + " where token_hash = :hash",
                                String.class)
                        .setParameter("hash", secret.hash())
                        .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    /** Removes links that are over. */
    public void sweep() {
        entities.createNativeQuery("delete from password_reset where expires_at < :now")
                .setParameter("now", clock.now())
                .executeUpdate();
    }

    // Behind a #, the secret reaches no log of a proxy on the way.
    private Mail mail(User user, Secret secret) {
        String text =
                String.join(
                        "\n",
                        "Hello %s,".formatted(user.displayName()),
                        "",
                        "somebody, hopefully you, asked for a new password for the account %s."
                                .formatted(user.username()),
                        "Choose one here within %d minutes:".formatted(GOOD_FOR.toMinutes()),
                        "",
                        publicUrl.of("/reset-password/#token=") + secret.text(),
                        "",
                        "Choosing one ends all sign-ins of the account. If it was not you, do nothing:",
                        "your password stays as it is.",
                        "");
        return new Mail(user.email().orElseThrow(), "A new password for Artifactor", text);
    }
}
