package io.artifactor.identity;

import io.artifactor.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The door to the caller's own sign-ins; nobody reaches another's. */
@Stateless
public class Sessions {

    @Inject private SessionStore store;
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

    private void tell(Caller caller) {
        accountChanged.fire(new AccountChanged(caller.user(), caller.username(), false));
    }
}
