package io.artifactor.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The door to the keys that sign access tokens, for administrators. */
@Stateless
public class SigningKeys {

    @Inject private SigningKeyRows rows;
    @Inject private AuditLog audit;
    @Inject private IdentityClock clock;
    @Inject private Event<SigningKeyRotated> rotated;

    /** Those that are of use, the latest first. */
    public List<SigningKeyState> list(Caller caller) {
        caller.requireAdministrator();
        Instant now = clock.now();
        List<KeyRing.Key> keys = rows.all();
        KeyRing.Key signing = KeyRing.signing(keys, now);
        return keys.stream()
                .filter(key -> key.isAcceptedAt(now))
                .map(key -> SigningKeyState.of(key, key.id().equals(signing.id())))
                .toList();
    }

    /**
     * Makes a new key; what the others signed counts until its time is over.
     *
     * @param immediately whether it counts no more at once, because a key is known to strangers;
     *     clients renew their tokens then
     */
    public SigningKeyState rotate(Caller caller, boolean immediately) {
        caller.requireAdministrator();
        KeyRing.Key key = rows.rotate(immediately);
        audit.append(
                AuditEvent.by(caller, "signing-key-rotated", "signing-key:" + key.id())
                        .with("immediately", String.valueOf(immediately)));
        rotated.fire(new SigningKeyRotated(rows.all()));
        return SigningKeyState.of(key, immediately);
    }
}
