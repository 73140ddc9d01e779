package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How people sign in here. Every setting is an environment variable of the same name in capitals
 * with underscores: {@code ARTIFACTOR_ADMIN_NAME} and so on.
 */
@ApplicationScoped
class IdentitySettings {

    /** How long an access token is good for. */
    static final Duration ACCESS = Duration.ofMinutes(15);

    /** How long a refresh token is good for. */
    static final Duration REFRESH = Duration.ofDays(30);

    /** How long a sign-in lasts at most, however often it is renewed. */
    static final Duration SIGN_IN = Duration.ofDays(90);

    /** How long a browser stays signed in at most. */
    static final Duration BROWSER = Duration.ofHours(12);

    @Inject
    @ConfigProperty(name = "artifactor.data", defaultValue = "data")
    private Path data;

    @Inject
    @ConfigProperty(name = "artifactor.issuer", defaultValue = "artifactor")
    private String issuer;

    @Inject
    @ConfigProperty(name = "artifactor.signing.key.file")
    private Optional<String> signingKeyFile;

    @Inject
    @ConfigProperty(name = "artifactor.admin.name", defaultValue = "admin")
    private String adminName;

    @Inject
    @ConfigProperty(name = "artifactor.admin.password")
    private Optional<String> adminPassword;

    @Inject
    @ConfigProperty(name = "artifactor.admin.password.file")
    private Optional<String> adminPasswordFile;

    @Inject
    @ConfigProperty(name = "artifactor.password.checks", defaultValue = "2")
    private int passwordChecks;

    @Inject
    @ConfigProperty(name = "artifactor.browser.idle.minutes", defaultValue = "60")
    private int browserIdleMinutes;

    /** How long a browser that asks for nothing stays signed in. */
    public Duration browserIdle() {
        return Duration.ofMinutes(Math.clamp(browserIdleMinutes, 2, BROWSER.toMinutes()));
    }

    public String issuer() {
        return issuer;
    }

    /** The operator's own key, which is never created here. */
    public Optional<Path> givenSigningKey() {
        return signingKeyFile.map(Path::of);
    }

    /** Where the key is kept that the first start creates. */
    public Path ownSigningKey() {
        return data.toAbsolutePath().normalize().resolve("keys").resolve("signing.jwk");
    }

    /** Where a generated first password waits for its reader. */
    public Path firstPassword() {
        return data.toAbsolutePath().normalize().resolve("first-password");
    }

    public String adminName() {
        return adminName;
    }

    public Optional<String> adminPassword() {
        return adminPassword;
    }

    public Optional<Path> adminPasswordFile() {
        return adminPasswordFile.map(Path::of);
    }

    /** How many passwords may be checked at once; each takes 19 MiB while it runs. */
    public int passwordChecks() {
        return Math.clamp(passwordChecks, 1, 64);
    }
}
