package io.artifactor.identity;

import com.nimbusds.jose.jwk.ECKey;
import io.artifactor.cache.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Makes the shared objects out of the settings. */
@ApplicationScoped
class IdentityBeans {

    // Each waits in a thread of the server, which begins with about ten: the others must stay free.
    private static final int WAITING_SIGN_INS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LINES_LOOKED_AT = 256;

    @Inject private IdentitySettings settings;
    @Inject private IdentityClock clock;
    @Inject private PasswordSettings passwords;

    @Produces
    @Singleton
    PasswordHashing passwordHashing() {
        return new PasswordHashing(
                PasswordHashing.RECOMMENDED,
                new PasswordHashing.Bounds(settings.passwordChecks(), WAITING_SIGN_INS, PATIENCE));
    }

    @Produces
    @Singleton
    PasswordRules passwordRules() {
        return new PasswordRules(
                CommonPasswords.shippedAnd(passwords.words()),
                BreachedPasswords.shipped(),
                passwords.breachedPasswords().map(IdentityBeans::breachedFile));
    }

    private static BreachedFile breachedFile(Path path) {
        BreachedFile file = new BreachedFile(path);
        try {
            file.check(LINES_LOOKED_AT);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file %s of ARTIFACTOR_BREACHED_PASSWORDS cannot be used: %s."
                            .formatted(path, e.getMessage()),
                    e);
        }
        return file;
    }

    @Produces
    @Singleton
    ECKey signingKey() {
        return settings.givenSigningKey()
                .map(SigningKey::read)
                .orElseGet(() -> SigningKey.readOrCreate(settings.ownSigningKey()));
    }

    @Produces
    @Singleton
    KeyRing keyRing(ECKey signingKey) {
        return new KeyRing(signingKey);
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(KeyRing keys) {
        return new AccessTokens(keys, settings.issuer(), clock.clock());
    }

    @Produces
    @Singleton
    KnownDevices knownDevices(ECKey signingKey) {
        return new KnownDevices(signingKey.getD().decode(), clock.clock());
    }

    @Produces
    @Singleton
    LinkTickets linkTickets(ECKey signingKey) {
        return new LinkTickets(signingKey.getD().decode(), clock.clock());
    }

    /** The nodes share the signing key, and nobody else has it. */
    @Produces
    @Singleton
    Seal seal(ECKey signingKey) {
        return Seal.derivedFrom(signingKey.getD().decode());
    }
}
