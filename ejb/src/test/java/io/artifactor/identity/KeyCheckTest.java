package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a security key signed counts only if it is what it was asked, here and just then. */
class KeyCheckTest {

    private static final KeySite HERE =
            new KeySite("library.example.com", "https://library.example.com");
    private static final String CHALLENGE =
            Base64Url.of("a challenge of thirty-two bytes!".getBytes(UTF_8));
    private static final String ANOTHER =
            Base64Url.of("another one of thirty-two bytes!".getBytes(UTF_8));

    private SoftKey key;
    private StoredKey known;

    @BeforeEach
    void add() throws GeneralSecurityException, WrongKey {
        key = new SoftKey();
        known = registered(key.register(HERE, CHALLENGE));
    }

    private static StoredKey registered(KeyRegistration registration) throws WrongKey {
        return KeyCheck.registered(HERE, Base64Url.bytes(CHALLENGE), registration);
    }

    private StoredKey signed(KeyAnswer answer) throws WrongKey {
        return KeyCheck.signed(HERE, Base64Url.bytes(CHALLENGE), known, answer);
    }

    private void refused(KeyAnswer answer) {
        refused(answer, WrongKey.WRONG);
    }

    private void refused(KeyAnswer answer, String reason) {
        assertThatExceptionOfType(WrongKey.class)
                .isThrownBy(() -> signed(answer))
                .satisfies(wrong -> assertThat(wrong.reason()).isEqualTo(reason));
    }

    private static void notAdded(KeyRegistration registration) {
        assertThatExceptionOfType(WrongKey.class).isThrownBy(() -> registered(registration));
    }

    @Test
    void aKeyThatSignedWhatItWasAskedIsRight() throws GeneralSecurityException, WrongKey {
        StoredKey after = signed(key.count(2).sign(HERE, CHALLENGE));

        assertThat(after.signCount()).isEqualTo(2);
        assertThat(after.credential()).isEqualTo(known.credential());
        assertThat(after.publicKey()).isEqualTo(known.publicKey());
    }

    @Test
    void theChallengeIsReadOfWhatTheBrowserSays() throws GeneralSecurityException, WrongKey {
        KeyAnswer answer = key.sign(HERE, ANOTHER);

        assertThat(KeyCheck.challenge(answer.clientData())).isEqualTo(Base64Url.bytes(ANOTHER));
    }

    @Test
    void anotherChallengeIsRefused() throws GeneralSecurityException {
        refused(key.count(2).sign(HERE, ANOTHER));
        notAdded(new SoftKey().register(HERE, ANOTHER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://library.example.com.evil.example",
                "https://evil.library.example.com",
                "https://library.example.com:8443",
                "http://library.example.com"
            })
    void aPageOfAnotherOriginIsRefused(String origin) throws GeneralSecurityException {
        KeySite there = new KeySite(HERE.name(), origin);

        refused(key.count(2).sign(there, CHALLENGE));
        notAdded(new SoftKey().register(there, CHALLENGE));
    }

    @Test
    void aKeyOfAnotherSiteIsRefused() throws GeneralSecurityException {
        KeySite there = new KeySite("example.com", HERE.origin());

        refused(key.count(2).sign(there, CHALLENGE));
        notAdded(new SoftKey().register(there, CHALLENGE));
    }

    @Test
    void anotherKeyIsRefused() throws GeneralSecurityException {
        KeyAnswer other = new SoftKey().count(2).sign(HERE, CHALLENGE);
        refused(other);
        // Nor under the name of the one that is known.
        refused(
                new KeyAnswer(
                        known.credential(),
                        other.clientData(),
                        other.authenticatorData(),
                        other.signature()));
    }

    @Test
    void anAlteredSignatureIsRefused() throws GeneralSecurityException {
        KeyAnswer answer = key.count(2).sign(HERE, CHALLENGE);
        byte[] signature = Base64Url.bytes(answer.signature());
        signature[signature.length - 1] ^= 1;

        refused(
                new KeyAnswer(
                        answer.id(),
                        answer.clientData(),
                        answer.authenticatorData(),
                        Base64Url.of(signature)));
    }

    @Test
    void whatTheKeySaysOfItselfIsSignedAsWell() throws GeneralSecurityException {
        KeyAnswer answer = key.count(2).sign(HERE, CHALLENGE);
        KeyAnswer later = key.count(3).sign(HERE, CHALLENGE);

        refused(
                new KeyAnswer(
                        answer.id(),
                        answer.clientData(),
                        later.authenticatorData(),
                        answer.signature()));
    }

    @Test
    void somebodyMustHaveTouchedIt() throws GeneralSecurityException {
        refused(key.count(2).flags(SoftKey.VERIFIED).sign(HERE, CHALLENGE));
        notAdded(new SoftKey().flags(0).register(HERE, CHALLENGE));
    }

    @Test
    void aCountThatDoesNotGoOnIsRefused() throws GeneralSecurityException, WrongKey {
        known = signed(key.count(7).sign(HERE, CHALLENGE));

        refused(key.count(7).sign(HERE, CHALLENGE), WrongKey.COUNTER_BACK);
        refused(key.count(3).sign(HERE, CHALLENGE), WrongKey.COUNTER_BACK);
        refused(key.count(0).sign(HERE, CHALLENGE), WrongKey.COUNTER_BACK);
        signed(key.count(8).sign(HERE, CHALLENGE));
    }

    @Test
    void aKeyThatDoesNotCountIsRightAgainAndAgain() throws GeneralSecurityException, WrongKey {
        SoftKey passkey = new SoftKey().count(0).flags(SoftKey.PRESENT | SoftKey.CAN_BE_COPIED);
        known = registered(passkey.register(HERE, CHALLENGE));
        assertThat(known.backupEligible()).isTrue();
        assertThat(known.backedUp()).isFalse();

        passkey.flags(SoftKey.PRESENT | SoftKey.CAN_BE_COPIED | SoftKey.COPIED);
        known = signed(passkey.sign(HERE, CHALLENGE));

        assertThat(known.backedUp()).isTrue();
        signed(passkey.sign(HERE, CHALLENGE));
    }

    @Test
    void anAnswerOfOneKindIsNoneOfTheOther() throws GeneralSecurityException {
        KeyRegistration registration = key.register(HERE, CHALLENGE);
        KeyAnswer answer = key.count(2).sign(HERE, CHALLENGE);

        notAdded(
                new KeyRegistration(
                        "soft", answer.clientData(), registration.attestation(), List.of()));
        refused(
                new KeyAnswer(
                        answer.id(),
                        registration.clientData(),
                        answer.authenticatorData(),
                        answer.signature()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA", "bm90IEpTT04", "e30", "o2NmbXRkbm9uZQ"})
    void nonsenseIsRefused(String nonsense) throws GeneralSecurityException {
        KeyAnswer answer = key.count(2).sign(HERE, CHALLENGE);
        KeyRegistration registration = new SoftKey().register(HERE, CHALLENGE);

        refused(
                new KeyAnswer(
                        answer.id(), nonsense, answer.authenticatorData(), answer.signature()));
        refused(new KeyAnswer(answer.id(), answer.clientData(), nonsense, answer.signature()));
        refused(
                new KeyAnswer(
                        answer.id(), answer.clientData(), answer.authenticatorData(), nonsense));
        refused(
                new KeyAnswer(
                        nonsense,
                        answer.clientData(),
                        answer.authenticatorData(),
                        answer.signature()));
        notAdded(new KeyRegistration("soft", nonsense, registration.attestation(), List.of()));
        notAdded(new KeyRegistration("soft", registration.clientData(), nonsense, List.of()));
        assertThatExceptionOfType(WrongKey.class).isThrownBy(() -> KeyCheck.challenge(nonsense));
    }
}
