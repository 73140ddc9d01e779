package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes second factors and all that follows from it, each in one transaction. */
@ApplicationScoped
@Transactional
class FactorChanges {

    @Inject private FactorRows rows;
    @Inject private KeyRows keys;
    @Inject private UserStore users;
    @Inject private SessionStore sessions;
    @Inject private AuditLog audit;
    @Inject private Event<AccountChanged> accountChanged;

    /** The codes count from now on. */
    public List<RecoveryCode> confirm(SessionKey session, byte[] sealed, long step) {
        User user = users.getLocked(session.user());
        boolean first = !rows.isActive(user.id());
        if (!rows.confirm(user.id(), sealed, step)) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "The second factor was begun anew by another request just now.");
        }
        if (!first) {
            audit.append(AuditEvent.about(user.id(), "one-time-codes-set-up"));
            return List.of();
        }
        return first(session, user);
    }

    /** A key counts from now on; recovery codes for who had no second factor before. */
    public List<RecoveryCode> addKey(
            SessionKey session, UUID id, String name, StoredKey key, List<String> transports) {
        User user = users.getLocked(session.user());
        if (keys.of(user.id()).size() >= KeyRows.MOST) {
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "An account has %d security keys at most; remove one.".formatted(KeyRows.MOST));
        }
        boolean first = !rows.isActive(user.id());
        if (!keys.add(user.id(), id, name, key, transports)) {
            throw new Problem(ProblemCode.CONFLICT, "This security key was added before.");
        }
        audit.append(AuditEvent.about(user.id(), "security-key-added").with("name", name));
        return first ? first(session, user) : List.of();
    }

    /** The user's other sign-ins end, which were opened without. */
    private List<RecoveryCode> first(SessionKey session, User user) {
        List<RecoveryCode> codes = RecoveryCode.next();
        rows.replaceCodes(user.id(), codes);
        sessions.endAll(user.id(), session);
        audit.append(AuditEvent.about(user.id(), "second-factor-set-up"));
        tell(user);
        return codes;
    }

    /** False if the caller has no such key. */
    public boolean removeKey(Caller caller, UUID id) {
        User user = users.getLocked(caller.user());
        Optional<String> name = keys.remove(user.id(), id);
        name.ifPresent(text -> {
            audit.append(AuditEvent.about(user.id(), "security-key-removed").with("name", text));
            noteIfLast(caller, user);
        });
        return name.isPresent();
    }

    public void removeOneTimeCodes(Caller caller) {
        User user = users.getLocked(caller.user());
        if (rows.removeOneTimeCodes(user.id())) {
            if (rows.isActive(user.id())) {
                audit.append(AuditEvent.about(user.id(), "one-time-codes-removed"));
            }
            noteIfLast(caller, user);
        }
    }

    private void noteIfLast(Caller caller, User user) {
        if (!rows.isActive(user.id())) {
            rows.forgetWithout(user.id());
            noteRemoved(caller, user);
        }
    }

    public List<RecoveryCode> renewCodes(UserId id) {
        users.getLocked(id);
        List<RecoveryCode> codes = RecoveryCode.next();
        rows.replaceCodes(id, codes);
        audit.append(AuditEvent.about(id, "recovery-codes-renewed"));
        return codes;
    }

    /** Removes all factors of somebody; false if there is none. */
    public boolean removeAll(Caller caller, UserId id) {
        User user = users.getLocked(id);
        if (!rows.removeAll(id)) {
            return false;
        }
        noteRemoved(caller, user);
        return true;
    }

    private void noteRemoved(Caller caller, User user) {
        audit.append(
                AuditEvent.by(caller, "second-factor-removed", AuditEvent.subjectOf(user.id())));
        tell(user);
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
