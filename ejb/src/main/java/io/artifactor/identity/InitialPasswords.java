package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * Passwords that somebody else gave, and that their owner has to change at once: unused, they are
 * good for some days only. That of the only active administrator goes on, because nobody could give
 * them another: it is how every installation begins.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class InitialPasswords {

    @Inject private PasswordSettings settings;
    @Inject private UserStore users;
    @Inject private IdentityClock clock;

    /** Whether the user's password was given too long ago to sign in with. */
    public boolean isOver(User user) {
        Duration goodFor = settings.initialPassword();
        return !goodFor.isZero()
                && user.passwordGivenAt()
                        .filter(given -> given.plus(goodFor).isBefore(clock.now()))
                        .isPresent()
                && !isOnlyAdministrator(user);
    }

    private boolean isOnlyAdministrator(User user) {
        return user.roles().contains(Role.ADMIN) && users.activeAdministrators() <= 1;
    }
}
