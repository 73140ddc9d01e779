package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The door to a user's own personal tokens; nobody reaches another's. */
@Stateless
public class PersonalTokens {

    private static final int MOST_PER_USER = 100;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private UserStore users;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<AccountChanged> accountChanged;

    /** The caller's tokens that are not revoked, the newest first. */
    public List<PersonalToken> listOf(Caller caller) {
        return entities.createQuery(
                        """
                        select t from PersonalToken t
                        where t.userId = :user and t.revokedAt is null
                        order by t.id desc
                        """,
                        PersonalToken.class)
                .setParameter("user", caller.user().value())
                .getResultList();
    }

    /** Makes a token; the secret in the answer is not to be had again. */
    public IssuedToken create(Caller caller, NewPersonalToken wanted) {
        if (wanted.scopes().contains(TokenScope.SCIM)) {
            caller.requireAdministrator();
        }
        Instant now = clock.now();
        wanted.requireEndAfter(now);
        // Requests at once must not pass the limit together.
        users.findLocked(caller.user());
        if (listOf(caller).size() >= MOST_PER_USER) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "There are %d tokens already; revoke one first.".formatted(MOST_PER_USER));
        }
        Secret secret = Secret.next(Secret.Kind.PERSONAL);
        PersonalToken token = new PersonalToken(caller.user(), wanted, secret, now);
        entities.persist(token);
        audit.append(
                AuditEvent.by(caller, "token-created", "token:" + token.id())
                        .with("name", token.name())
                        .with(
                                "scopes",
                                token.scopes().stream()
                                        .map(TokenScope::id)
                                        .sorted()
                                        .toList()
                                        .toString()));
        return new IssuedToken(token, secret.text());
    }

    /** Ends a token of the caller's for good. */
    public void revoke(Caller caller, PersonalTokenId id) {
        PersonalToken token = entities.find(PersonalToken.class, id.value());
        if (token == null || token.isRevoked() || !token.owner().equals(caller.user())) {
            throw Problem.notFound("token", id);
        }
        token.revoke(clock.now());
        audit.append(
                AuditEvent.by(caller, "token-revoked", "token:" + id).with("name", token.name()));
        accountChanged.fire(new AccountChanged(caller.user(), caller.username(), false));
    }
}
