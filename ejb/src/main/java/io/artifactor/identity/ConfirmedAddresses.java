package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of which it was seen that whoever reads them is who uses the account: by a link to
 * a new password that was sent there, or because a realm that is trusted in this says so. One that
 * an administrator typed is not confirmed by that.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ConfirmedAddresses {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private IdentityClock clock;

    /** The active account of this confirmed address, which stays as it is until the end. */
    public Optional<User> holder(String address) {
        return entities.createQuery(
                        """
                        select u from User u
                        where lower(u.email) = :address and u.active = true
                        and u.emailConfirmedAt is not null
                        """,
                        User.class)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Somebody who is trusted in this says that the user reads this address. */
    public void confirm(UserId id, String address) {
        User user = entities.find(User.class, id.value());
        if (user != null) {
            user.confirmAddress(address, clock.now());
        }
    }
}
