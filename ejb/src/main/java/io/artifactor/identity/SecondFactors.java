package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The door to second factors: everyone's own, which is asked for beside the password, and for
 * administrators those of people who lost theirs. Passwords are checked outside of transactions.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondFactors {

    @Inject private FactorRows rows;
    @Inject private FactorChanges changes;
    @Inject private FactorCodes codes;
    @Inject private FactorDemand demand;
    @Inject private OwnProof proof;
    @Inject private Accounts accounts;

    /** What the caller's own is like. */
    public FactorState stateOf(Caller caller) {
        return rows.state(caller.user(), demand.asks(accounts.me(caller).roles()));
    }

    /** Makes a secret that counts once its first code was given; one before that waits is void. */
    public FactorDraft begin(Caller caller, String password) {
        if (rows.isActive(caller.user())) {
            throw alreadyActive();
        }
        proof.ofPassword(caller, password, refusal(caller));
        byte[] secret = OneTimeCodes.newSecret();
        if (!rows.begin(caller.user(), codes.sealed(caller.user(), secret))) {
            throw alreadyActive();
        }
        return FactorDraft.of(caller.username(), secret);
    }

    /**
     * With its first code, the factor counts; all other sign-ins end.
     *
     * @return recovery codes, which nobody can show again
     */
    public List<String> confirm(Caller caller, SessionKey session, String code) {
        byte[] sealed =
                rows.pending(caller.user())
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.CONFLICT,
                                        "No second factor waits for its first code; begin with"
                                                + " POST /api/v1/auth/second-factor."));
        long step = proof.step(caller, sealed, code, refusal(caller));
        return texts(changes.confirm(session, sealed, step));
    }

    /** New recovery codes; those before are void. */
    public List<String> renewCodes(Caller caller, String password, String code) {
        requireBoth(caller, password, code);
        return texts(changes.renewCodes(caller.user()));
    }

    public void remove(Caller caller, String password, String code) {
        requireBoth(caller, password, code);
        changes.remove(caller, caller.user());
    }

    /** Removes the factor of somebody who lost it; their sign-ins stay. */
    public void removeOf(Caller caller, UserId user) {
        caller.requireAdministrator();
        if (caller.user().equals(user)) {
            // Or whoever gets hold of a sign-in would be rid of the factor.
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Remove your own with POST /api/v1/auth/second-factor/removal.");
        }
        if (!changes.remove(caller, user)) {
            throw Problem.notFound("second factor of the user", user);
        }
    }

    /** Those of the users who have one. */
    public Set<UserId> among(Caller caller, Collection<UserId> users) {
        caller.requireAuditor("see accounts");
        return users.isEmpty() ? Set.of() : rows.active(users);
    }

    private void requireBoth(Caller caller, String password, String code) {
        if (!rows.isActive(caller.user())) {
            throw new Problem(ProblemCode.CONFLICT, "There is no second factor.");
        }
        proof.ofBoth(caller, password, code, refusal(caller));
    }

    private Consumer<String> refusal(Caller caller) {
        return reason -> changes.noteRefusal(caller, reason);
    }

    private static Problem alreadyActive() {
        return new Problem(
                ProblemCode.CONFLICT, "There is a second factor already; remove it first.");
    }

    private static List<String> texts(List<RecoveryCode> codes) {
        return codes.stream().map(RecoveryCode::text).toList();
    }
}
