package io.artifactor.identity;

import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to user accounts. Administrators create and change them, auditors look at them, and
 * everyone sees their own and changes their own password.
 */
@Stateless
public class Accounts {

    private static final String LIST = "users by name";

    @Inject private UserStore users;
    @Inject private PasswordHashing hashing;
    @Inject private SessionStore sessions;
    @Inject private PasswordChange passwordChange;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<AccountChanged> accountChanged;

    /** The caller's own account. */
    public User me(Caller caller) {
        return users.get(caller.user());
    }

    public User get(Caller caller, UserId id) {
        caller.requireAuditor("see accounts");
        return users.get(id);
    }

    /** Users in the order of their names. */
    public Page<User> list(Caller caller, PageRequest request) {
        caller.requireAuditor("see accounts");
        String after = request.position(LIST).map(cursor -> cursor.text(0)).orElse("");
        Page<User> page =
                Page.of(
                        users.after(after, request.offset(), request.rows()),
                        request,
                        LIST,
                        user -> Cursor.at(user.username().toLowerCase(Locale.ROOT)));
        return request.withTotal() ? page.withTotal(users.count()) : page;
    }

    public CreatedUser create(Caller caller, NewUser wanted) {
        caller.requireAdministrator();
        CreatedUser created = users.create(wanted);
        audit.append(
                AuditEvent.by(caller, "user-created", AuditEvent.subjectOf(created.user().id()))
                        .with("username", wanted.username())
                        .with("roles", names(created.user())));
        return created;
    }

    /**
     * Changes what is given. A new password ends all sign-ins and must be changed by its owner.
     *
     * @param expected whether the caller has seen a revision
     */
    public User change(Caller caller, UserId id, IntPredicate expected, UserChange change) {
        caller.requireAdministrator();
        if (change.password() != null) {
            PasswordRules.accept("password", change.password(), users.get(id).username());
        }
        String hash = change.password() == null ? null : hashing.hash(change.password());
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

    /** Shuts the user out at once; what they made stays. */
    public void deactivate(Caller caller, UserId id, IntPredicate expected) {
        change(caller, id, expected, UserChange.deactivation());
    }

    /**
     * Gives the caller a new password and ends their other sign-ins.
     *
     * @param session the sign-in to keep
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void changeOwnPassword(
            Caller caller, SessionKey session, String current, String wanted) {
        passwordChange.apply(caller, session, current, wanted);
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
            event = event.with("roles", names(user));
        }
        if (change.password() != null) {
            event = event.with("password", "reset");
        }
        audit.append(event);
    }

    static String names(User user) {
        return user.roles().stream().map(Role::id).sorted().collect(Collectors.joining(" "));
    }

    private void requireAnotherAdministrator() {
        if (users.activeAdministrators() <= 1) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "This is the last active administrator; make another one first.");
        }
    }
}
