package io.artifactor.letter;

import com.fasterxml.uuid.Generators;
import io.artifactor.identity.AddressLeft;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.Mailer;
import io.artifactor.identity.User;
import io.artifactor.identity.UserId;
import io.artifactor.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes to people about what the audit log is told of their accounts, in the transaction in which
 * it happens. Without a mail server, or to who has no address, nothing is written.
 */
@ApplicationScoped
@Transactional
class Letters {

    /** The event in the outbox after which a letter is sent. */
    static final String WRITTEN = "letter.written";

    private static final Duration NOTICE_OF_AN_END = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String ACCOUNT = "user:";

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private Outbox outbox;
    @Inject private Mailer mailer;

    void onAudit(@Observes AuditEvent event) {
        switch (event.action()) {
            case "password-changed" -> tell(event, LetterKind.PASSWORD_CHANGED);
            case "password-reset" -> tell(event, LetterKind.PASSWORD_RESET);
            case "user-changed" -> {
                if (event.detail().containsKey("password")) {
                    tell(event, LetterKind.PASSWORD_GIVEN);
                }
            }
            case "token-created" ->
                    write(event.actor(), LetterKind.TOKEN_CREATED, event.detail().get("name"));
            case "second-factor-set-up" -> tell(event, LetterKind.SECOND_FACTOR_SET_UP);
            case "second-factor-removed" -> tell(event, LetterKind.SECOND_FACTOR_REMOVED);
            case "one-time-codes-set-up" -> tell(event, LetterKind.ONE_TIME_CODES_SET_UP);
            case "one-time-codes-removed" -> tell(event, LetterKind.ONE_TIME_CODES_REMOVED);
            case "security-key-added" -> tellOfKey(event, LetterKind.SECURITY_KEY_ADDED);
            case "security-key-removed" -> tellOfKey(event, LetterKind.SECURITY_KEY_REMOVED);
            case "recovery-code-used" -> tell(event, LetterKind.RECOVERY_CODE_USED);
            case "realm-identity-linked" -> tellOfLink(event);
            case "sign-in-refused" -> {
                if ("too-many-failures".equals(event.detail().get("reason"))) {
                    tell(event, LetterKind.GUESSED);
                }
            }
            default -> {}
        }
    }

    void onAddressLeft(@Observes AddressLeft left) {
        if (mailer.isReady()) {
            post(left.user(), LetterKind.ADDRESS_CHANGED, left.address(), null);
        }
    }

    private void tellOfLink(AuditEvent event) {
        String user = Objects.requireNonNull(event.detail().get("user"));
        String person = event.detail().get("person") + " through " + event.detail().get("realm");
        write(new UserId(UUID.fromString(user)), LetterKind.SIGN_IN_LINKED, person);
    }

    private void tellOfKey(AuditEvent event, LetterKind kind) {
        write(event.actor(), kind, event.detail().get("name"));
    }

    private void tell(AuditEvent event, LetterKind kind) {
        String subject = event.subject();
        if (subject != null && subject.startsWith(ACCOUNT)) {
            write(new UserId(UUID.fromString(subject.substring(ACCOUNT.length()))), kind, null);
        }
    }

    private void write(@Nullable UserId id, LetterKind kind, @Nullable String about) {
        if (id == null || !mailer.isReady() || wasTold(id, kind)) {
            return;
        }
        User user = entities.find(User.class, id.value());
        if (user != null && user.isActive()) {
            user.email().ifPresent(address -> post(id, kind, address, about));
        }
    }

    private boolean wasTold(UserId user, LetterKind kind) {
        return kind.pause()
                .map(pause ->
                        entities.createQuery(
                                                """
                                                select count(l) from Letter l where l.userId = :user
                                                and l.kind = :kind and l.createdAt > :since
                                                """,
                                                Long.class)
                                        .setParameter("user", user.value())
                                        .setParameter("kind", kind.id())
                                        .setParameter("since", Instant.now().minus(pause))
                                        .getSingleResult()
                                > 0)
                .orElse(false);
    }

    private void post(UserId user, LetterKind kind, String address, @Nullable String about) {
        UUID id = Generators.timeBasedEpochRandomGenerator().generate();
        entities.persist(new Letter(id, user, kind, address, about));
        outbox.append(WRITTEN, id);
    }

    /** Tells the owners of tokens that end within a week, once for each. */
    public void tellOfEnds() {
        if (!mailer.isReady()) {
            return;
        }
        List<?> written =
                entities.createNativeQuery(
                                """
                                insert into letter
                                    (id, user_id, kind, address, about, subject, created_at)
                                select gen_random_uuid(), u.id, cast(:kind as text), u.email, t.name,
                                    t.id, cast(:now as timestamptz)
                                from personal_token t join app_user u on u.id = t.user_id
                                where t.revoked_at is null and t.expires_at between cast(:now as timestamptz)
                                        and cast(:end as timestamptz)
                                    and t.created_at < cast(:now as timestamptz) - interval '1 day'
                                    and u.active and u.email is not null
                                on conflict (kind, subject) where subject is not null do nothing
                                returning id
                                """,
                                UUID.class)
                        .setParameter("kind", LetterKind.TOKEN_ENDS.id())
                        .setParameter("now", Instant.now())
                        .setParameter("end", Instant.now().plus(NOTICE_OF_AN_END))
                        .getResultList();
        outbox.appendAll(WRITTEN, written.stream().map(UUID.class::cast).toList());
    }

    /** Removes what was told long ago. */
    public void sweep() {
        entities.createQuery("delete from Letter l where l.createdAt < :before")
                .setParameter("before", Instant.now().minus(KEPT))
                .executeUpdate();
    }
}
