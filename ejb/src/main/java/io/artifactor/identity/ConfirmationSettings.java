package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code ARTIFACTOR_CONFIRM_MINUTES}: for how long a password that was given is not asked again.
 */
@ApplicationScoped
class ConfirmationSettings {

    @Inject
    @ConfigProperty(name = "artifactor.confirm.minutes", defaultValue = "15")
    private int minutes;

    /**
     * Not less than an access token is good for: whoever signs in and does what they came for is
     * asked once. Not more than a browser stays signed in.
     */
    public Duration within() {
        return Duration.ofMinutes(
                Math.clamp(
                        minutes,
                        IdentitySettings.ACCESS.toMinutes(),
                        IdentitySettings.BROWSER.toMinutes()));
    }
}
