package io.artifactor.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.CborConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What browsers and security keys say, by the rules of WebAuthn: of this challenge, of a page of
 * this origin, by a key of this site that somebody touched, and signed. Nothing is asked of the
 * makers of keys. Keeps nothing, so safe for all threads.
 */
final class KeyCheck {

    private static final List<COSEAlgorithmIdentifier> KNOWN =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    /** By their numbers in COSE, the best first. */
    static final List<Long> ALGORITHMS =
            KNOWN.stream().map(COSEAlgorithmIdentifier::getValue).toList();

    /** More than any key or browser sends. */
    private static final int LONGEST = 16_384;

    private static final UUID NO_MODEL = new UUID(0, 0);
    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final WebAuthnManager RULES =
            WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

    private KeyCheck() {}

    /** The challenge of which the browser speaks. */
    static byte[] challenge(String clientData) throws WrongKey {
        byte[] said = bytes(clientData);
        return byTheRules(() ->
                Objects.requireNonNull(new CollectedClientDataConverter(CONVERTER).convert(said))
                        .getChallenge()
                        .getValue());
    }

    /** What is to be kept of a key that is to be added. */
    static StoredKey registered(KeySite site, byte[] challenge, KeyRegistration registration)
            throws WrongKey {
        RegistrationRequest request =
                new RegistrationRequest(
                        bytes(registration.attestation()), bytes(registration.clientData()));
        RegistrationParameters wanted =
                new RegistrationParameters(
                        server(site, challenge),
                        KNOWN.stream()
                                .map(it ->
                                        new PublicKeyCredentialParameters(
                                                PublicKeyCredentialType.PUBLIC_KEY, it))
                                .toList(),
                        false,
                        true);
        return byTheRules(() -> kept(RULES.verify(request, wanted)));
    }

    private static StoredKey kept(RegistrationData data) {
        AuthenticatorData<?> said =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData key = Objects.requireNonNull(said.getAttestedCredentialData());
        return new StoredKey(
                Base64Url.of(key.getCredentialId()),
                Base64Url.of(CONVERTER.getCborConverter().writeValueAsBytes(key.getCOSEKey())),
                Optional.ofNullable(key.getAaguid().getValue()).orElse(NO_MODEL),
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS());
    }

    /** How the key is after it signed. */
    static StoredKey signed(KeySite site, byte[] challenge, StoredKey known, KeyAnswer answer)
            throws WrongKey {
        AuthenticationRequest request =
                new AuthenticationRequest(
                        bytes(answer.id()),
                        bytes(answer.authenticatorData()),
                        bytes(answer.clientData()),
                        bytes(answer.signature()));
        AuthenticationParameters wanted =
                new AuthenticationParameters(
                        server(site, challenge),
                        record(known),
                        List.of(Base64Url.bytes(known.credential())),
                        false,
                        true);
        return byTheRules(() -> after(known, RULES.verify(request, wanted)));
    }

    private static StoredKey after(StoredKey known, AuthenticationData data) {
        AuthenticatorData<?> said = Objects.requireNonNull(data.getAuthenticatorData());
        return new StoredKey(
                known.credential(),
                known.publicKey(),
                known.model(),
                said.getSignCount(),
                known.backupEligible(),
                said.isFlagBS());
    }

    /** What is broken in itself makes the library fail in many ways. */
    private static <T> T byTheRules(Supplier<T> check) throws WrongKey {
        try {
            return check.get();
        } catch (MaliciousCounterValueException e) {
            throw new WrongKey(WrongKey.COUNTER_BACK, e);
        } catch (RuntimeException e) {
            throw new WrongKey(WrongKey.WRONG, e);
        }
    }

    static byte[] bytes(String text) throws WrongKey {
        if (text.length() > LONGEST) {
            throw new WrongKey(WrongKey.WRONG);
        }
        try {
            return Base64Url.bytes(text);
        } catch (IllegalArgumentException e) {
            throw new WrongKey(WrongKey.WRONG, e);
        }
    }

    private static ServerProperty server(KeySite site, byte[] challenge) {
        return new ServerProperty(
                Origin.create(site.origin()), site.name(), new DefaultChallenge(challenge));
    }

    private static CredentialRecord record(StoredKey known) {
        CborConverter cbor = CONVERTER.getCborConverter();
        COSEKey key =
                Objects.requireNonNull(
                        cbor.readValue(Base64Url.bytes(known.publicKey()), COSEKey.class));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                known.backupEligible(),
                known.backedUp(),
                known.signCount(),
                new AttestedCredentialData(
                        new AAGUID(known.model()), Base64Url.bytes(known.credential()), key),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
    }
}
