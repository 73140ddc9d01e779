package io.artifactor.realm;

import io.artifactor.cache.OnceInAWhile;
import io.artifactor.identity.RealmSessions;
import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes down that a realm's word on the end of sign-ins was not believed, once in a while of the
 * same origin: a flood is to fill neither the log nor the disk.
 */
@ApplicationScoped
class LogoutRefusals {

    private static final Logger LOG = Logger.getLogger(LogoutRefusals.class.getName());

    @Inject private RealmSessions sessions;

    private final OnceInAWhile noted = new OnceInAWhile(Duration.ofMinutes(1));

    /**
     * @param origin from where it came
     */
    public void note(Realm realm, String origin, Problem problem) {
        if (noted.isNew(realm.id() + ' ' + origin)) {
            LOG.log(
                    Level.WARNING,
                    "A logout of {0} was refused: {1}",
                    new Object[] {realm.id(), problem.getMessage()});
            sessions.noteRefusal(realm.id(), problem.code().id());
        }
    }
}
