package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logout tokens of the provider of OpenID Connect. Whoever sends many that are not sound has to
 * wait, as with passwords.
 */
@ApplicationScoped
public class ProviderLogouts {

    private static final int LONGEST = 16 * 1024;

    @Inject private ProviderSettings settings;
    @Inject private IdentityClock clock;
    @Inject private GuessGuard guard;

    private @Nullable LogoutTokenCheck check;

    @PostConstruct
    void begin() {
        check =
                settings.client()
                        .map(client ->
                                new LogoutTokenCheck(
                                        client.issuer(),
                                        client.id(),
                                        new ProviderKeys(
                                                client.issuer(), settings.web(), clock.clock()),
                                        clock.clock()))
                        .orElse(null);
    }

    /**
     * What a token says.
     *
     * @param network from where it came
     * @throws Problem {@code UNAUTHENTICATED} for one that is not sound, {@code TOO_MANY_REQUESTS}
     *     for any after many of these, {@code UNAVAILABLE} if the provider cannot be asked
     */
    public ProviderLogout check(String token, String network) {
        LogoutTokenCheck checked = check;
        if (checked == null || token.length() > LONGEST) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "The logout token is not valid.");
        }
        return guard.guarded(
                List.of(AttemptLane.ofNetworkAtLogouts(network)),
                () -> {},
                () -> checked.check(token));
    }
}
