package io.artifactor.identity;

import io.artifactor.paging.Cursor;
import io.artifactor.paging.Page;
import io.artifactor.paging.PageRequest;
import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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
    @Inject private AccountChange accountChange;
    @Inject private PasswordRules passwordRules;
    @Inject private AuditLog audit;

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
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public User change(Caller caller, UserId id, IntPredicate expected, UserChange change) {
        caller.requireAdministrator();
        return accountChange.store(caller, id, expected, change, hash(id, change));
    }

    private @Nullable String hash(UserId id, UserChange change) {
        if (change.password() == null) {
            return null;
        }
        String username =
                sessions.credentials(id)
                        .map(Credentials::username)
                        .orElseThrow(() -> Problem.notFound("user", id));
        return hashing.hash(passwordRules.accept("password", change.password(), username));
    }

    /** Shuts the user out at once; what they made stays. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
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

    static String names(User user) {
        return user.roles().stream().map(Role::id).sorted().collect(Collectors.joining(" "));
    }
}
