package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of people whom a realm elsewhere vouches for, inside the transaction in which it
 * does. They have no password here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProvisionedUsers {

    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<UserCreated> userCreated;
    @Inject private Event<AccountChanged> accountChanged;

    /** The accounts that have this name or this address already. */
    public List<UserId> resembling(String username, @Nullable String email) {
        return users.named(
                username.toLowerCase(Locale.ROOT),
                email == null ? "" : email.toLowerCase(Locale.ROOT));
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

    /** How they are called elsewhere by now. */
    public void update(UserId id, String displayName, @Nullable String email) {
        User user = users.get(id);
        if (!user.displayName().equals(displayName)) {
            user.rename(displayName, clock.now());
        }
        if (email != null
                && !email.equalsIgnoreCase(user.email().orElse(""))
                && users.named("", email.toLowerCase(Locale.ROOT)).isEmpty()) {
            user.moveTo(email, clock.now());
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

    /** Ends all their sign-ins. */
    public void signOut(UserId id) {
        User user = sessions.locked(id);
        sessions.endAll(id, null);
        accountChanged.fire(new AccountChanged(id, user.username(), false));
    }

    /** Whether somebody may be called so here. */
    public static Optional<User.Profile> profile(
            String username, @Nullable String displayName, @Nullable String email) {
        if (!InputRules.isUsername(username)) {
            return Optional.empty();
        }
        return Optional.of(
                new User.Profile(username, displayName == null ? username : displayName, email));
    }
}
