package io.artifactor.realm;

import io.artifactor.identity.BrowserSession;
import io.artifactor.identity.PasswordRealm;
import io.artifactor.identity.SignIn;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The door through which people come whom a provider elsewhere vouches for. Open to everyone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RealmSignIn {

    @Inject private SignIn signIn;
    @Inject private RealmRows rows;
    @Inject private WaitingPeople waiting;

    /** A browser's cookie for somebody the container has let a realm vouch for. */
    public BrowserSession enter(RealmProfile profile) {
        PasswordRealm.Vouched vouched =
                rows.vouch(profile).orElseThrow(() -> waiting.problem(profile));
        return signIn.enter(vouched)
                .orElseThrow(() ->
                        new Problem(ProblemCode.UNAUTHENTICATED, "The account is deactivated."));
    }
}
