package io.artifactor.realm;

import io.artifactor.identity.AccountLetters;
import io.artifactor.identity.Origin;
import io.artifactor.identity.RequestOrigin;
import io.artifactor.problem.Problem;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/**
 * The door for people who wait although an account here has their address, where the operator lets
 * the owner of the account say that it is they. Open to everyone: a secret sent by mail is what
 * counts.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountLinks {

    @Resource private ManagedExecutorService executor;

    @Inject private LinkOffers offers;
    @Inject private LinkLetters writer;
    @Inject private AccountLetters letters;
    @Inject private RealmSettings settings;
    @Inject private RequestOrigin origin;

    /** Nothing tells whom this is about, or whether anything is sent. */
    public void offer(RealmProfile profile) {
        if (settings.linksByEmail(profile.realm()) && letters.areSent()) {
            Origin from = origin.get();
            executor.execute(() -> writer.offer(profile, from));
        }
    }

    /** From now on, the person the link was made for uses the account it was sent to. */
    public void redeem(String token) {
        if (letters.hashOf(token).filter(offers::redeem).isEmpty()) {
            throw Problem.invalid("token", "is not valid any more; sign in again for another one.");
        }
    }
}
