package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Changes second factors and all that follows from it, each in one transaction. */
@ApplicationScoped
@Transactional
class FactorChanges {

    @Inject private FactorRows rows;
    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private Event<AccountChanged> accountChanged;

    /**
     * The factor counts from now on, and the user's other sign-ins end, which were opened without.
     */
    public List<RecoveryCode> confirm(SessionKey session, byte[] sealed, long step) {
        User user = users.getLocked(session.user());
        if (!rows.confirm(user.id(), sealed, step)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The second factor was begun anew by another request just now.");
        }
        List<RecoveryCode> codes = RecoveryCode.next();
        rows.replaceCodes(user.id(), codes);
        sessions.endAll(user.id(), session);
        audit.append(AuditEvent.about(user.id(), "second-factor-set-up"));
        tell(user);
        return codes;
    }

    public List<RecoveryCode> renewCodes(UserId id) {
        users.getLocked(id);
        List<RecoveryCode> codes = RecoveryCode.next();
        rows.replaceCodes(id, codes);
        audit.append(AuditEvent.about(id, "recovery-codes-renewed"));
        return codes;
    }

    /** Removes a factor, the caller's own or somebody's; false if there is none. */
    public boolean remove(Caller caller, UserId id) {
        User user = users.getLocked(id);
        if (!rows.remove(id)) {
            return false;
        }
        audit.append(AuditEvent.by(caller, "second-factor-removed", AuditEvent.subjectOf(id)));
        tell(user);
        return true;
    }

    public void noteRefusal(Caller caller, String reason) {
        audit.append(
                AuditEvent.about(caller.user(), "second-factor-change-refused")
                        .with("reason", reason));
    }

    private void tell(User user) {
        accountChanged.fire(new AccountChanged(user.id(), user.username(), false));
    }
}
