package io.artifactor.identity;

import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to sign-ins: everybody's own, and for administrators the end of others'. */
@Stateless
public class Sessions {

    @Inject private SessionStore store;
    @Inject private AuditLog audit;
    @Inject private Event<AccountChanged> accountChanged;

    /** Those that are not over, the last used first. */
    public List<Session> listOf(Caller caller) {
        return store.openOf(caller.user()).stream().map(Session::of).toList();
    }

    /** Ends one of the caller's. */
    public void end(Caller caller, UUID id) {
        SessionKey session = new SessionKey(caller.user(), id);
        if (!store.isOpen(session)) {
            throw Problem.notFound("session", id);
        }
        store.end(session);
        tell(caller);
    }

    /** Ends all of the caller's but the one they speak through. */
    public void endOthers(Caller caller, SessionKey current) {
        store.endOthers(current);
        tell(caller);
    }

    /** Ends all of a user's. Personal tokens go on. */
    public void endAllOf(Caller caller, UserId id) {
        caller.requireAdministrator();
        User user = store.locked(id);
        store.endAll(id, null);
        audit.append(AuditEvent.by(caller, "sessions-ended", AuditEvent.subjectOf(id)));
        accountChanged.fire(new AccountChanged(id, user.username(), false));
    }

    /**
     * Ends those of everybody that began before. Personal tokens go on.
     *
     * @param keep the one to leave open, or null
     * @return how many users had one
     */
    public int endEverybodys(Caller caller, Instant before, @Nullable SessionKey keep) {
        caller.requireAdministrator();
        int users = store.endEverybodys(before, keep);
        audit.append(
                new AuditEvent(
                        "everybodys-sessions-ended",
                        caller.user(),
                        null,
                        Map.of(
                                "startedBefore",
                                before.toString(),
                                "users",
                                String.valueOf(users))));
        return users;
    }

    private void tell(Caller caller) {
        accountChanged.fire(new AccountChanged(caller.user(), caller.username(), false));
    }
}
