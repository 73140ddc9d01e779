package io.artifactor.realm;

import io.artifactor.identity.ActiveUsers;
import io.artifactor.identity.AuditEvent;
import io.artifactor.identity.AuditLog;
import io.artifactor.identity.Authenticated;
import io.artifactor.identity.ProviderToken;
import io.artifactor.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of people who come with tokens of their provider, in short transactions. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TokenHolders {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private ActiveUsers users;
    @Inject private AuditLog audit;

    static String subject(ProviderToken token) {
        return RealmProfile.subjectOf(token.issuer(), token.subject());
    }

    /** As the last sign-in or token told of them, without what the realm tells by itself. */
    static Set<String> groups(RealmIdentity identity) {
        return Set.copyOf(identity.groups());
    }

    public Optional<RealmIdentity> find(ProviderToken token) {
        return entities.createQuery(
                        """
                        select i from RealmIdentity i
                        where i.realm = :realm and i.subject = :subject
                        """,
                        RealmIdentity.class)
                .setParameter("realm", Realm.OIDC.id())
                .setParameter("subject", subject(token))
                .getResultStream()
                .findFirst();
    }

    /** What the token is worth at this moment, which the audit log is told once a day. */
    public Optional<Authenticated> admit(ProviderToken token) {
        Optional<RealmIdentity> identity = find(token);
        Optional<UserId> user = identity.flatMap(RealmIdentity::user);
        Optional<Authenticated> admitted = user.flatMap(id -> users.byToken(id, token.scopes()));
        if (admitted.isPresent()) {
            noteUse(identity.get(), user.get());
        }
        return admitted;
    }

    // By one statement, so that of many at once one is noted.
    private void noteUse(RealmIdentity identity, UserId user) {
        int noted =
                entities.createNativeQuery(
                                """
                                update realm_identity set token_used_at = :now where id =
                                    (select id from realm_identity
                                    where id = :id and coalesce(token_used_at, '-infinity') < :today
                                    for update skip locked)
                                """)
                        .setParameter("now", Instant.now())
                        .setParameter("today", Instant.now().truncatedTo(ChronoUnit.DAYS))
                        .setParameter("id", identity.id())
                        .executeUpdate();
        if (noted > 0) {
            audit.append(
                    new AuditEvent(
                            "provider-token-used",
                            user,
                            "realm-identity:" + identity.id(),
                            Map.of("realm", identity.realm().id())));
        }
    }
}
