package io.artifactor.realm;

import io.artifactor.identity.BrowserSession;
import io.artifactor.identity.LoginAttempt;
import io.artifactor.identity.PasswordRealm;
import io.artifactor.identity.RealmSession;
import io.artifactor.identity.SignIn;
import io.artifactor.identity.SignedIn;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The door through which people come whom a realm elsewhere knows, and everybody with a password:
 * the accounts here are asked first, then the directory. Open to everyone; realms are asked outside
 * of transactions.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RealmSignIn {

    @Inject private SignIn signIn;
    @Inject private RealmSettings settings;
    @Inject private RealmRows rows;
    @Inject private Directory directory;
    @Inject private AccountLinks links;

    /** Tokens for a name and a password. */
    public SignedIn login(LoginAttempt attempt) {
        return signIn.login(attempt, passwords());
    }

    /** A browser's cookie for a name and a password. */
    public BrowserSession enter(LoginAttempt attempt) {
        return signIn.enter(attempt, passwords());
    }

    /**
     * A browser's cookie for somebody the container has let a realm vouch for.
     *
     * @param session what the realm calls the sign-in, if it says so
     */
    public BrowserSession enter(RealmProfile profile, Optional<String> session) {
        PasswordRealm.Vouched vouched = rows.vouch(profile).orElseThrow(() -> waiting(profile));
        RealmSession known =
                new RealmSession(profile.realm().id(), profile.subject(), session.orElse(null));
        return signIn.enter(new PasswordRealm.Vouched(vouched.user(), known))
                .orElseThrow(() ->
                        new Problem(ProblemCode.UNAUTHENTICATED, "The account is deactivated."));
    }

    private PasswordRealm passwords() {
        return settings.has(Realm.LDAP) ? this::inDirectory : PasswordRealm.NONE;
    }

    private Optional<PasswordRealm.Vouched> inDirectory(String username, String password) {
        return directory
                .check(username, password)
                .map(profile -> rows.vouch(profile).orElseThrow(() -> waiting(profile)));
    }

    /** The same whether anything is sent or not. */
    private Problem waiting(RealmProfile profile) {
        links.offer(profile);
        String hope =
                settings.linksByEmail(profile.realm())
                        ? " If your address is confirmed here, a link is on its way to it."
                        : "";
        return new Problem(
                ProblemCode.CONFLICT,
                "There is an account of this name or address already. An administrator has to say"
                        + " whether it is the same person's."
                        + hope);
    }
}
