package io.artifactor.web;

import io.artifactor.identity.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_RATE_LIMIT_…}: how many requests a minute somebody may send; 0 for any. */
@ApplicationScoped
public class RateLimitSettings {

    @Inject
    @ConfigProperty(name = "artifactor.rate.limit.user", defaultValue = "1000")
    private int user;

    @Inject
    @ConfigProperty(name = "artifactor.rate.limit.anonymous", defaultValue = "100")
    private int anonymous;

    @Inject
    @ConfigProperty(name = "artifactor.rate.limit.sign.in", defaultValue = "20")
    private int signIn;

    @Inject
    @ConfigProperty(name = "artifactor.rate.limit.capture", defaultValue = "1200")
    private int capture;

    @Inject
    @ConfigProperty(name = "artifactor.rate.limit.exempt")
    private Optional<String> exempt;

    int user() {
        return user;
    }

    int anonymous() {
        return anonymous;
    }

    int signIn() {
        return signIn;
    }

    /** What browser extensions send by themselves. */
    int capture() {
        return capture;
    }

    /** From where requests are not counted. */
    List<AddressRange> exempt() {
        return AddressRange.listed(exempt.orElse(""));
    }
}
