package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The door to a new password for who forgot theirs, by a link that is sent to them. Open to
 * everyone, and tells nobody who there is: the answer comes before anything is looked up.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordReset {

    private static final Logger LOG = Logger.getLogger(PasswordReset.class.getName());
    private static final int LONGEST_NAME = 254;

    @Resource private ManagedExecutorService executor;

    @Inject private ForgottenPasswords forgotten;
    @Inject private Mailer mailer;
    @Inject private PasswordHashing hashing;
    @Inject private Attempts attempts;
    @Inject private RequestOrigin origin;
    @Inject private RequestContextController context;

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
        executor.execute(() -> sendLink(nameOrAddress, from));
    }

    /** Changes the password of whom the link was sent to, and ends all their sign-ins. */
    public void choose(String token, String wanted) {
        InputRules.password("newPassword", wanted);
        Secret secret = Secret.parse(Secret.Kind.RESET, token).orElseThrow(PasswordReset::notValid);
        Credentials owner = forgotten.owner(secret).orElseThrow(PasswordReset::notValid);
        PasswordRules.accept("newPassword", wanted, owner.username());
        if (!forgotten.spend(secret, owner.user(), hashing.hash(wanted))) {
            throw notValid();
        }
        attempts.succeeded(
                List.of(
                        AttemptLane.ofAccount(owner.username()),
                        AttemptLane.ofReset(owner.user())));
    }

    private void sendLink(String nameOrAddress, Origin from) {
        boolean activated = context.activate();
        try {
            origin.set(from);
            forgotten
                    .reachable(nameOrAddress)
                    .filter(user -> attempts.begin(List.of(AttemptLane.ofReset(user))).isEmpty())
                    .map(forgotten::issue)
                    .ifPresent(mailer::send);
        } catch (RuntimeException e) {
            // Nobody waits for it any more.
            LOG.log(Level.WARNING, "A link to a new password could not be sent", e);
        } finally {
            if (activated) {
                context.deactivate();
            }
        }
    }

    private static Problem notValid() {
        return Problem.invalid("token", "is not valid any more; ask for another link.");
    }
}
