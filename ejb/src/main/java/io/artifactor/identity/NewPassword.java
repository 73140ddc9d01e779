package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Stores a changed password and what follows from it, in one transaction. */
@ApplicationScoped
@Transactional
class NewPassword {

    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<AccountChanged> accountChanged;

    /** False if the account changed since its password was checked; nothing is stored then. */
    public boolean store(SessionKey session, Credentials checked, String hash) {
        User user = users.getLocked(checked.user());
        if (!Credentials.of(user).equals(checked)) {
            return false;
        }
        user.changePassword(hash, false, clock.now());
        sessions.endAll(user.id(), session);
        audit.append(AuditEvent.about(user.id(), "password-changed"));
        accountChanged.fire(new AccountChanged(user.id(), user.username(), true));
        return true;
    }

    public void noteRefusal(Caller caller) {
        audit.append(AuditEvent.about(caller.user(), "password-change-refused"));
    }
}
