package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Checks the codes of second factors, each of which is good once. The lanes in which attempts are
 * counted are the business of whoever asks.
 */
@ApplicationScoped
class FactorCodes {

    private static final Logger LOG = Logger.getLogger(FactorCodes.class.getName());

    @Inject private FactorRows rows;
    @Inject private KeyRing ring;
    @Inject private IdentityClock clock;

    /** Whether the code is one of the user's, and was not used before. From now on it was. */
    public boolean spend(UserId user, String given) {
        String code = RecoveryCode.plain(given);
        if (!OneTimeCodes.isOne(code)) {
            return rows.spend(user, new RecoveryCode(code));
        }
        return rows.secret(user).filter(sealed -> spend(user, sealed, code)).isPresent();
    }

    private boolean spend(UserId user, byte[] sealed, String code) {
        OptionalLong step = step(user, sealed, code);
        return step.isPresent() && rows.spend(user, step.getAsLong());
    }

    /** The step whose code it is. */
    OptionalLong step(UserId user, byte[] sealed, String code) {
        try {
            byte[] secret = seal().open(user.toString(), sealed);
            return OneTimeCodes.step(secret, RecoveryCode.plain(code), clock.now());
        } catch (IllegalStateException e) {
            // Recovery codes still work, and an administrator can remove the factor.
            LOG.log(Level.WARNING, "A second factor cannot be read: {0}", e.getMessage());
            return OptionalLong.empty();
        }
    }

    byte[] sealed(UserId user, byte[] secret) {
        return seal().close(user.toString(), secret);
    }

    private RowSeal seal() {
        return new RowSeal(ring.root().getD().decode(), RowSeal.SECOND_FACTORS);
    }
}
