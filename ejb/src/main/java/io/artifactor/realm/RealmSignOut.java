package io.artifactor.realm;

import io.artifactor.identity.ProviderLogout;
import io.artifactor.identity.ProviderLogouts;
import io.artifactor.identity.RealmLogout;
import io.artifactor.identity.RealmSessions;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The door through which realms say that sign-ins are over. Open to everyone: what the realm signed
 * is what counts, and counts once. Realms are asked outside of transactions.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RealmSignOut {

    @Inject private ProviderLogouts logouts;
    @Inject private RealmSessions sessions;
    @Inject private LogoutRefusals refusals;

    /**
     * Ends what a logout token of the provider of OpenID Connect names, which may be nothing.
     *
     * @param network from where it came
     * @throws Problem for a token that is not sound, or was here before; nothing is ended
     */
    public void end(String logoutToken, String network) {
        try {
            ProviderLogout said = logouts.check(logoutToken, network);
            if (!sessions.end(logout(said))) {
                throw new Problem(ProblemCode.UNAUTHENTICATED, "The logout token was here before.");
            }
        } catch (Problem problem) {
            refusals.note(Realm.OIDC, network, problem);
            throw problem;
        }
    }

    /** Two providers may call two people, or sign-ins, the same. */
    private static RealmLogout logout(ProviderLogout said) {
        return new RealmLogout(
                Realm.OIDC.id(),
                RealmProfile.subjectOf(said.issuer(), said.id()),
                said.end(),
                said.subject().map(subject -> RealmProfile.subjectOf(said.issuer(), subject)),
                said.session().map(session -> RealmProfile.subjectOf(said.issuer(), session)));
    }
}
