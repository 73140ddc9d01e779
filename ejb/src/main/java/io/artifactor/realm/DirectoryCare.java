package io.artifactor.realm;

import io.artifactor.problem.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks every few minutes whether those who came through the directory and are signed in are still
 * in it, and in the same groups. Whoever is gone is signed out. Any number of nodes may look.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@Lock(LockType.WRITE)
@TransactionManagement(TransactionManagementType.BEAN)
public class DirectoryCare {

    private static final Logger LOG = Logger.getLogger(DirectoryCare.class.getName());

    @Resource private TimerService timers;

    @Inject private RealmSettings settings;
    @Inject private Directory directory;
    @Inject private RealmRows rows;

    @PostConstruct
    void start() {
        if (settings.has(Realm.LDAP)) {
            long between = settings.betweenChecks().toMillis();
            timers.createIntervalTimer(between, between, new TimerConfig(null, false));
        }
    }

    @Timeout
    void check() {
        try {
            for (RealmIdentity identity : rows.signedIn(Realm.LDAP)) {
                check(identity);
            }
        } catch (Problem e) {
            // Nobody is put out because the directory is away.
            LOG.log(Level.WARNING, "Those of the directory cannot be checked: {0}", e.getMessage());
        }
    }

    private void check(RealmIdentity identity) {
        Optional<RealmProfile> now =
                directory
                        .find(identity.username())
                        .filter(profile -> profile.subject().equals(identity.subject()));
        if (now.isPresent()) {
            rows.vouch(now.get());
        } else {
            identity.user().ifPresent(user -> rows.leave(user, identity));
        }
    }
}
