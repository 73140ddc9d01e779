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

    /**
     * Makes a secret that counts once its first code was given; one before that waits is void. Who
     * has a security key gives it as well.
     */
    public FactorDraft begin(Caller caller, String password, FactorProof given) {
        FactorKinds kinds = rows.kinds(caller.user());
        if (kinds.codes()) {
            throw alreadyActive();
        }
        if (kinds.keys()) {
            proof.ofBoth(caller, password, given, refusal(caller));
        } else {
            proof.ofPassword(caller, password, refusal(caller));
        }
        byte[] secret = OneTimeCodes.newSecret();
        if (!rows.begin(caller.user(), codes.sealed(caller.user(), secret))) {
            throw alreadyActive();
        }
        return FactorDraft.of(caller.username(), secret);
    }

    /**
     * With its first code, the factor counts. If there was none before, all other sign-ins end.
     *
     * @return recovery codes, which nobody can show again; none for who has them since an earlier
     *     factor
     */
    public List<String> confirm(Caller caller, SessionKey session, String code) {
        byte[] sealed =
                rows.pending(caller.user())
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.CONFLICT,
                                        "No one-time codes wait for their first; begin with"
                                                + " POST /api/v1/auth/second-factor."));
        long step = proof.step(caller, sealed, code, refusal(caller));
        return texts(changes.confirm(session, sealed, step));
    }

    /** New recovery codes; those before are void. */
    public List<String> renewCodes(Caller caller, String password, FactorProof given) {
        requireBoth(caller, password, given, rows.isActive(caller.user()));
        return texts(changes.renewCodes(caller.user()));
    }

    /** Removes the caller's one-time codes; security keys stay. */
    public void remove(Caller caller, String password, FactorProof given) {
        requireBoth(caller, password, given, rows.kinds(caller.user()).codes());
        changes.removeOneTimeCodes(caller);
    }

    /** Removes all factors of somebody who lost them; their sign-ins stay. */
    public void removeOf(Caller caller, UserId user) {
        caller.requireAdministrator();
        if (caller.user().equals(user)) {
            // Or whoever gets hold of a sign-in would be rid of the factor.
            throw new Problem(
                    ProblemCode.CONFLICT,
                    "Remove your own with POST /api/v1/auth/second-factor/removal and DELETE"
                            + " /api/v1/auth/security-keys/{id}.");
        }
        if (!changes.removeAll(caller, user)) {
            throw Problem.notFound("second factor of the user", user);
        }
    }

    /** Those of the users who have one. */
    public Set<UserId> among(Caller caller, Collection<UserId> users) {
        caller.requireAuditor("see accounts");
        return users.isEmpty() ? Set.of() : rows.active(users);
    }

    private void requireBoth(Caller caller, String password, FactorProof given, boolean isThere) {
        if (!isThere) {
            throw new Problem(ProblemCode.CONFLICT, "There is none.");
        }
        proof.ofBoth(caller, password, given, refusal(caller));
    }

    private Consumer<String> refusal(Caller caller) {
        return reason -> changes.noteRefusal(caller, reason);
    }

    private static Problem alreadyActive() {
        return new Problem(
                ProblemCode.CONFLICT, "There are one-time codes already; remove them first.");
    }

    private static List<String> texts(List<RecoveryCode> codes) {
        return codes.stream().map(RecoveryCode::text).toList();
    }
}
