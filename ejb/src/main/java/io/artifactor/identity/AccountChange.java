package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Stores what an administrator changes about a user, and what follows, in one transaction. */
@ApplicationScoped
@Transactional
class AccountChange {

    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<AccountChanged> accountChanged;

    /**
     * @param expected whether the caller has seen a revision
     * @param hash of the new password, or null
     */
    public User store(
            Caller caller,
            UserId id,
            IntPredicate expected,
            UserChange change,
            @Nullable String hash) {
        users.lockAccounts();
        User user = users.getLocked(id);
        requireRevision(user, expected);
        if (change.endsAdministrator() && user.isActive() && user.roles().contains(Role.ADMIN)) {
            requireAnotherAdministrator();
        }
        apply(change, hash, user, clock.now());
        users.flush();
        if (hash != null || !user.isActive()) {
            sessions.endAll(id, null);
        }
        noteChange(caller, user, change);
        accountChanged.fire(new AccountChanged(id, user.username(), hash != null));
        return user;
    }

    private void apply(UserChange change, @Nullable String hash, User user, Instant now) {
        if (change.displayName() != null) {
            user.rename(change.displayName(), now);
        }
        if (change.email() != null) {
            users.move(user, change.email().isEmpty() ? null : change.email());
        }
        if (change.roles() != null) {
            user.assignRoles(change.roles(), now);
        }
        if (hash != null) {
            user.changePassword(hash, true, now);
        }
        if (change.active() != null && change.active() != user.isActive()) {
            if (change.active()) {
                user.activate(now);
            } else {
                user.deactivate(now);
            }
        }
    }

    private static void requireRevision(User user, IntPredicate expected) {
        if (!expected.test(user.revision())) {
            throw Problem.outdated("user", user.revision(), user);
        }
    }

    private void noteChange(Caller caller, User user, UserChange change) {
        String action = user.isActive() ? "user-changed" : "user-deactivated";
        AuditEvent event = AuditEvent.by(caller, action, AuditEvent.subjectOf(user.id()));
        if (change.roles() != null) {
            event = event.with("roles", Accounts.names(user));
        }
        if (change.password() != null) {
            event = event.with("password", "reset");
        }
        audit.append(event);
    }

    private void requireAnotherAdministrator() {
        if (users.activeAdministrators() <= 1) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "This is the last active administrator; make another one first.");
        }
    }
}
