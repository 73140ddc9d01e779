package io.artifactor.realm;

import io.artifactor.identity.AccountLetters;
import io.artifactor.identity.LinkKey;
import io.artifactor.identity.Origin;
import io.artifactor.identity.PublicUrl;
import io.artifactor.identity.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to the owners of accounts about people who wait, after those have got an answer. */
@ApplicationScoped
class LinkLetters {

    private static final Logger LOG = Logger.getLogger(LinkLetters.class.getName());

    @Inject private LinkOffers offers;
    @Inject private AccountLetters letters;
    @Inject private RealmSettings settings;
    @Inject private RequestOrigin origin;
    @Inject private PublicUrl publicUrl;

    /**
     * Offers the account of their address to somebody who waits, unless it is not confirmed, not
     * the only one, or was offered several times just before.
     *
     * @param from where the sign-in came from, which is over by now
     */
    @ActivateRequestContext
    public void offer(RealmProfile profile, Origin from) {
        try {
            origin.set(from);
            if (offers.offerable(profile).filter(letters::mayOffer).isEmpty()) {
                return;
            }
            LinkKey key = letters.next();
            offers.note(profile, key.hash()).ifPresent(offer -> send(offer, key));
        } catch (RuntimeException e) {
            // Nobody waits for it any more.
            LOG.log(Level.WARNING, "An account could not be offered by mail", e);
        }
    }

    // Behind a #, the secret reaches no log of a proxy on the way.
    private void send(OfferedLink offer, LinkKey key) {
        letters.send(
                offer.address(),
                "Is it you? A sign-in to Artifactor",
                List.of(
                        "Hello %s,".formatted(offer.account()),
                        "",
                        "somebody, hopefully you, signed in through %s as %s, with this address."
                                .formatted(label(offer), offer.person()),
                        "If it was you, say here within %d minutes that they may use your account:"
                                .formatted(LinkOffers.GOOD_FOR.toMinutes()),
                        "",
                        publicUrl.of("/link-account/#token=") + key.text(),
                        "",
                        "If it was not you, do nothing: without you, nobody gets into your account."));
    }

    private String label(OfferedLink offer) {
        return settings.configured().getOrDefault(offer.realm(), offer.realm().id());
    }
}
