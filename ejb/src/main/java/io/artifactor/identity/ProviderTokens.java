package io.artifactor.identity;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.OnceInAWhile;
import io.artifactor.cache.Region;
import io.artifactor.problem.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of the provider of OpenID Connect, if the operator lets API clients come with
 * them. That a token is sound is remembered for minutes, so that its signature is not checked for
 * each request; whoever sends many that are not has to wait, as with passwords.
 */
@ApplicationScoped
public class ProviderTokens {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    @Inject private ProviderSettings settings;
    @Inject private IdentityClock clock;
    @Inject private GuessGuard guard;
    @Inject private SessionStore sessions;
    @Inject private UsedProofs used;
    @Inject private Caches caches;

    /** From where forged ones came lately: a flood is to fill neither the log nor the disk. */
    private final OnceInAWhile noted = new OnceInAWhile(Duration.ofMinutes(1));

    private @Nullable ProviderTokenCheck check;
    private TokenProofCheck proofs;
    private Memory<Secret, ProviderToken> sound;

    @PostConstruct
    void begin() {
        check =
                settings.terms()
                        .map(terms ->
                                new ProviderTokenCheck(
                                        terms,
                                        new ProviderKeys(
                                                terms.issuer(), settings.web(), clock.clock()),
                                        clock.clock()))
                        .orElse(null);
        proofs =
                new TokenProofCheck(
                        settings.terms().filter(ProviderTerms::keysOnly).isPresent(),
                        clock.clock());
        sound = caches.memory(Region.own("provider-tokens", REMEMBERED, MOST, (token, said) -> ""));
    }

    /** Whether a token says that it is the provider's; never, where those are not taken. */
    public boolean areTheirs(String bearer) {
        return check != null && check.isTheirs(bearer);
    }

    /**
     * What a token of theirs says; empty for one that is forged, for somebody else or over. What is
     * remembered is the token; that the client has its key is shown by each request anew.
     *
     * @param network from where it came, if attempts from there are counted
     * @throws Problem {@code PROOF_REQUIRED} or {@code PROOF_REFUSED} for one that is sound, and
     *     sent by somebody who does not show that it is theirs
     */
    public Optional<ProviderToken> check(ShownToken shown, Optional<String> network) {
        ProviderTokenCheck checked = check;
        if (checked == null) {
            return Optional.empty();
        }
        Optional<ProviderToken> said =
                sound.get(new Secret(shown.token()), secret -> verified(checked, secret, network))
                        .filter(token -> clock.now().isBefore(endOf(token)));
        said.ifPresent(token -> requireProof(token, shown, network));
        return said;
    }

    private void requireProof(ProviderToken token, ShownToken shown, Optional<String> network) {
        try {
            Optional<TokenProof> proof = proofs.check(shown, token.key());
            if (proof.isPresent() && !used.take(proof.get())) {
                throw TokenProofCheck.refused("It was used before (jti).");
            }
        } catch (Problem problem) {
            if (noted.isNew("proof " + network.orElse(""))) {
                sessions.noteRefusal(null, "provider-token-proof");
            }
            throw problem;
        }
    }

    private static Instant endOf(ProviderToken token) {
        return token.end().plusSeconds(ProviderTokenCheck.CLOCK_SKEW_SECONDS);
    }

    private Optional<ProviderToken> verified(
            ProviderTokenCheck checked, Secret secret, Optional<String> network) {
        List<AttemptLane> lanes = network.map(AttemptLane::ofNetworkAtTokens).stream().toList();
        try {
            return guard.guarded(lanes, Optional.empty(), () -> checked.check(secret.text()));
        } catch (Problem problem) {
            switch (problem.code()) {
                case UNAUTHENTICATED -> {
                    if (noted.isNew(network.orElse(""))) {
                        sessions.noteRefusal(null, "provider-token");
                    }
                    return Optional.empty();
                }
                default -> throw problem;
            }
        }
    }
}
