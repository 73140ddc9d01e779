package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of people whom a realm elsewhere vouches for, inside the transaction in which it
 * does. They have no password here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProvisionedUsers {

    private static final int LONGEST_NAME = 64;

    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<UserCreated> userCreated;
    @Inject private Event<AccountChanged> accountChanged;

    /** The accounts that have this name or this address already. */
    public List<UserId> resembling(User.Profile profile) {
        String email = profile.email();
        return users.named(
                profile.username().toLowerCase(Locale.ROOT),
                email == null ? "" : email.toLowerCase(Locale.ROOT));
    }

    /** Those of these ids, and all that have one of the names or addresses, in small letters. */
    public List<User> resembling(Set<String> names, Set<String> addresses, Set<UserId> ids) {
        return users.named(names, addresses, ids);
    }

    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    public User get(UserId id) {
        return users.get(id);
    }

    /** An account for somebody who comes for the first time. */
    public UserId create(String realm, User.Profile profile) {
        User user = new User(profile, Set.of(Role.USER), clock.now());
        users.add(user);
        userCreated.fire(new UserCreated(user.id(), user.username(), clock.now()));
        audit.append(
                AuditEvent.about(user.id(), "user-provisioned")
                        .with("realm", realm)
                        .with("username", user.username()));
        return user.id();
    }

    /** How they are called elsewhere by now. The name they are known by here stays. */
    public void update(UserId id, User.Profile profile) {
        User user = users.get(id);
        if (!user.displayName().equals(profile.displayName())) {
            user.rename(profile.displayName(), clock.now());
        }
        String email = profile.email();
        if (email != null
                && !email.equalsIgnoreCase(user.email().orElse(""))
                && users.named("", email.toLowerCase(Locale.ROOT)).isEmpty()) {
            users.move(user, email);
        }
    }

    /** Gives the roles that the realm's groups stand for. The last administrator stays one. */
    public void assign(UserId id, Set<Role> roles) {
        if (users.get(id).roles().equals(roles)) {
            return;
        }
        users.lockAccounts();
        User user = users.getLocked(id);
        boolean ends = user.roles().contains(Role.ADMIN) && !roles.contains(Role.ADMIN);
        if (ends && user.isActive() && users.activeAdministrators() <= 1) {
            audit.append(AuditEvent.about(id, "last-administrator-kept"));
            return;
        }
        user.assignRoles(roles, clock.now());
        audit.append(AuditEvent.about(id, "roles-mapped").with("roles", Accounts.names(user)));
        accountChanged.fire(new AccountChanged(id, user.username(), false));
    }

    /** Refuses whoever is no administrator by now, whatever their token was made for. */
    public void requireAdministrator(Caller caller) {
        if (!users.get(caller.user()).roles().contains(Role.ADMIN)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN, "The owner of this token is no administrator any more.");
        }
    }

    /** Lets them in again. */
    public void activate(Caller caller, UserId id) {
        User user = users.getLocked(id);
        if (!user.isActive()) {
            user.activate(clock.now());
            audit.append(AuditEvent.by(caller, "user-activated", AuditEvent.subjectOf(id)));
            accountChanged.fire(new AccountChanged(id, user.username(), false));
        }
    }

    /** Shuts them out at once; whether they were in. The last administrator is not. */
    public boolean deactivate(Caller caller, UserId id) {
        users.lockAccounts();
        User user = users.getLocked(id);
        if (!user.isActive()) {
            return false;
        }
        if (user.roles().contains(Role.ADMIN) && users.activeAdministrators() <= 1) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "This is the last active administrator; make another one first.");
        }
        user.deactivate(clock.now());
        sessions.endAll(id, null);
        audit.append(AuditEvent.by(caller, "user-deactivated", AuditEvent.subjectOf(id)));
        accountChanged.fire(new AccountChanged(id, user.username(), false));
        return true;
    }

    /** Ends all their sign-ins. */
    public void signOut(UserId id) {
        User user = sessions.locked(id);
        sessions.endAll(id, null);
        accountChanged.fire(new AccountChanged(id, user.username(), false));
    }

    /** How somebody is called here whom a realm calls so; what does not do here is left out. */
    public static User.Profile profile(
            String username, @Nullable String displayName, @Nullable String email) {
        String name = username(username);
        return new User.Profile(
                name,
                Optional.ofNullable(displayName)
                        .flatMap(text -> accepted(text, InputRules::displayName))
                        .orElse(name),
                Optional.ofNullable(email)
                        .flatMap(text -> accepted(text, InputRules::email))
                        .orElse(null));
    }

    /** Of an address what stands before the @; and only what a name may hold. */
    private static String username(String text) {
        String name = text.replaceFirst("@.*", "").replaceAll("[^A-Za-z0-9._-]", "-");
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return InputRules.isUsername(cut) ? cut : "user-" + cut;
    }

    private static Optional<String> accepted(String text, UnaryOperator<String> rule) {
        try {
            return Optional.of(rule.apply(text));
        } catch (Problem e) {
            return Optional.empty();
        }
    }
}
