package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A user's own change of password: the slow checks first, then one short transaction. */
@ApplicationScoped
class PasswordChange {

    @Inject private SessionStore sessions;
    @Inject private PasswordHashing hashing;
    @Inject private NewPassword newPassword;
    @Inject private GuessGuard guard;
    @Inject private PasswordRules rules;

    public void apply(Caller caller, SessionKey session, String current, String wanted) {
        rules.accept("newPassword", wanted, caller.username());
        Credentials known =
                sessions.credentials(caller.user())
                        .orElseThrow(() -> Problem.notFound("user", caller.user()));
        guard.guarded(
                List.of(AttemptLane.ofCaller(caller.user())),
                Optional.of(caller.user()),
                () -> requireRight(caller, current, known));
        if (hashing.matches(wanted, known.hash())) {
            throw Problem.invalid("newPassword", "is the current one; choose another.");
        }
        boolean stored = newPassword.store(session, known, hashing.hash(wanted));
        if (!stored) {
            throw new Problem(
                    ProblemCode.CONFLICT, "The password was changed by another request just now.");
        }
    }

    private boolean requireRight(Caller caller, String current, Credentials known) {
        boolean fits = current.length() <= 4 * InputRules.PASSWORD_MAX;
        if (!hashing.matches(fits ? current : "", known.hash()) || !fits) {
            newPassword.noteRefusal(caller);
            throw Problem.invalid("currentPassword", "is not right.");
        }
        return true;
    }
}
