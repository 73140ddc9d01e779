package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The door to a new password for who forgot theirs, by a link that is sent to them. Open to
 * everyone, and tells nobody who there is: the answer comes before anything is looked up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordReset {

    private static final int LONGEST_NAME = 254;

    @Resource private ManagedExecutorService executor;

    @Inject private ForgottenPasswords forgotten;
    @Inject private Mailer mailer;
    @Inject private PasswordHashing hashing;
    @Inject private Attempts attempts;
    @Inject private FactorRows factors;
    @Inject private RequestOrigin origin;
    @Inject private ResetLetters letters;
    @Inject private PasswordRules rules;

    /** Sends a link to the user of that name or e-mail address, if there is one with an address. */
    public void request(String nameOrAddress) {
        if (!mailer.isReady()) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "No mail can be sent from here; ask an administrator for a new password.");
        }
        if (nameOrAddress.length() > LONGEST_NAME || nameOrAddress.indexOf('\0') >= 0) {
            return;
        }
        Origin from = origin.get();
        executor.execute(() -> letters.send(nameOrAddress, from));
    }

    /** Changes the password of whom the link was sent to, and ends all their sign-ins. */
    public void choose(String token, String wanted) {
        InputRules.password("newPassword", wanted);
        Secret secret = Secret.parse(Secret.Kind.RESET, token).orElseThrow(PasswordReset::notValid);
        Credentials owner = forgotten.owner(secret).orElseThrow(PasswordReset::notValid);
        rules.accept("newPassword", wanted, owner.username());
        if (!forgotten.spend(secret, owner.user(), hashing.hash(wanted))) {
            throw notValid();
        }
        // Who reads the mail of somebody else must not get more guesses at a code by new passwords.
        if (!factors.isActive(owner.user())) {
            attempts.succeeded(
                    List.of(
                            AttemptLane.ofAccount(owner.username()),
                            AttemptLane.ofReset(owner.user())));
        }
    }

    private static Problem notValid() {
        return Problem.invalid("token", "is not valid any more; ask for another link.");
    }
}
