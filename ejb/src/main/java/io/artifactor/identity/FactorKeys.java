package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Asks security keys to sign, and looks at what they signed. The lanes in which attempts are
 * counted are the business of whoever asks.
 */
@ApplicationScoped
class FactorKeys {

    @Inject private KeyRows rows;
    @Inject private KeyChallenges challenges;
    @Inject private PublicUrl address;

    /** What the user's keys are to sign; empty where there are none, or browsers allow none. */
    public Optional<KeyRequest> ask(UserId user) {
        List<KeyReference> known = rows.references(user);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return site().map(here ->
                new KeyRequest(
                        challenges.issue(user, KeyChallenges.Purpose.PROOF),
                        KeyChallenges.GOOD_FOR.toMillis(),
                        here.name(),
                        known,
                        KeyRequest.USER_VERIFICATION));
    }

    /** What a key is to sign that the caller will add. */
    public KeyOffer offer(Caller caller, String displayName) {
        return new KeyOffer(
                challenges.issue(caller.user(), KeyChallenges.Purpose.REGISTRATION),
                KeyChallenges.GOOD_FOR,
                requireSite().name(),
                Base64Url.of(bytes(caller.user())),
                caller.username(),
                displayName,
                KeyCheck.ALGORITHMS,
                rows.references(caller.user()));
    }

    /** What is to be kept of a key that signed the challenge of an offer to the user. */
    public StoredKey registered(UserId user, KeyRegistration registration) throws WrongKey {
        byte[] challenge = KeyCheck.challenge(registration.clientData());
        KeySite here = requireSite();
        if (!challenges.take(user, KeyChallenges.Purpose.REGISTRATION, challenge)) {
            throw new WrongKey(WrongKey.WRONG);
        }
        return KeyCheck.registered(here, challenge, registration);
    }

    /** Why it is not right, for the audit log; empty for what is. It is good once. */
    public Optional<String> wrong(UserId user, KeyAnswer answer) {
        try {
            StoredKey signed = signed(user, answer);
            return rows.signed(user, signed)
                    ? Optional.empty()
                    : Optional.of(WrongKey.COUNTER_BACK);
        } catch (WrongKey e) {
            return Optional.of(e.reason());
        }
    }

    private StoredKey signed(UserId user, KeyAnswer answer) throws WrongKey {
        byte[] challenge = KeyCheck.challenge(answer.clientData());
        KeySite here = site().orElseThrow(() -> new WrongKey(WrongKey.WRONG));
        if (!challenges.take(user, KeyChallenges.Purpose.PROOF, challenge)) {
            throw new WrongKey(WrongKey.WRONG);
        }
        StoredKey known =
                rows.find(user, KeyCheck.bytes(answer.id()))
                        .orElseThrow(() -> new WrongKey(WrongKey.WRONG));
        return KeyCheck.signed(here, challenge, known, answer);
    }

    private Optional<KeySite> site() {
        return KeySite.at(address.of(""));
    }

    private KeySite requireSite() {
        return site().orElseThrow(() ->
                new Problem(
                        ProblemCode.CONFLICT,
                        "Security keys need an address with a name and TLS, or localhost, but this"
                                + " server is reached by "
                                + address.of("")
                                + "; see ARTIFACTOR_PUBLIC_URL."));
    }

    /** The id is no secret and says nothing of the person. */
    private static byte[] bytes(UserId user) {
        return ByteBuffer.allocate(16)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array();
    }
}
