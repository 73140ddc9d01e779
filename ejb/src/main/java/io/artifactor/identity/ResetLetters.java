package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to who forgot their password, after the one who asked has got an answer. */
@ApplicationScoped
class ResetLetters {

    private static final Logger LOG = Logger.getLogger(ResetLetters.class.getName());

    @Inject private ForgottenPasswords forgotten;
    @Inject private Attempts attempts;
    @Inject private Mailer mailer;
    @Inject private RequestOrigin origin;

    /**
     * Sends a link, unless there is nobody of that name or address, or they were sent several just
     * before.
     *
     * @param from where the request came from, which is over by now
     */
    @ActivateRequestContext
    public void send(String nameOrAddress, Origin from) {
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
        }
    }
}
