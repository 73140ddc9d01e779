package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The door to asking somebody who is signed in for their password again, before what would hand
 * over an account or much else to whoever found the browser open or a token. Passwords are checked
 * outside of transactions.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Confirmations {

    @Inject private ConfirmedSignIns signIns;
    @Inject private FactorRows factors;
    @Inject private OwnProof proof;
    @Inject private ConfirmationSettings settings;

    /**
     * @throws Problem {@code CONFIRMATION_REQUIRED} unless the sign-in began or was confirmed
     *     lately
     */
    public void require(SessionKey session) {
        if (!signIns.isWithin(session, settings.within())) {
            throw new Problem(
                    ProblemCode.CONFIRMATION_REQUIRED,
                    "This asks for a password given within the last %d minutes: send it to POST"
                                    .formatted(settings.within().toMinutes())
                            + " /api/v1/auth/confirmation, or sign in again.");
        }
    }

    /**
     * Takes the caller's password, and the second factor of who has one.
     *
     * @return until when nothing is asked again
     */
    public Instant confirm(Caller caller, SessionKey session, String password, FactorProof given) {
        Consumer<String> refused = reason -> signIns.noteRefusal(session, reason);
        if (factors.isActive(caller.user())) {
            proof.ofBoth(caller, password, given, refused);
        } else {
            proof.ofPassword(caller, password, refused);
        }
        return signIns.confirm(session).plus(settings.within());
    }
}
