package io.artifactor.realm;

import io.artifactor.identity.BrowserSession;
import io.artifactor.identity.PasswordRealm;
import io.artifactor.identity.RealmSession;
import io.artifactor.identity.SignIn;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The door through which people come whom a provider elsewhere vouches for. Open to everyone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RealmSignIn {

    @Inject private SignIn signIn;
    @Inject private RealmRows rows;
    @Inject private WaitingPeople waiting;

    /**
     * A browser's cookie for somebody the container has let a realm vouch for.
     *
     * @param session what the realm calls the sign-in, if it says so
     */
    public BrowserSession enter(RealmProfile profile, Optional<String> session) {
        PasswordRealm.Vouched vouched =
                rows.vouch(profile).orElseThrow(() -> waiting.problem(profile));
        RealmSession known =
                new RealmSession(profile.realm().id(), profile.subject(), session.orElse(null));
        return signIn.enter(new PasswordRealm.Vouched(vouched.user(), known))
                .orElseThrow(() ->
                        new Problem(ProblemCode.UNAUTHENTICATED, "The account is deactivated."));
    }
}
