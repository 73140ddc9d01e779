package io.artifactor.realm;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import io.artifactor.identity.AccountChanged;
import io.artifactor.identity.AdminNetworks;
import io.artifactor.identity.Authenticated;
import io.artifactor.identity.ProviderToken;
import io.artifactor.identity.ProviderTokens;
import io.artifactor.identity.ShownToken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Says who an access token of the provider of OpenID Connect stands for. Somebody nobody here knows
 * gets an account, as at a first sign-in; whoever waits for an administrator or was unlinked is let
 * in by no token. What was found is remembered for three seconds, as for tokens of our own.
 */
@ApplicationScoped
public class RealmTokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    @Inject private ProviderTokens tokens;
    @Inject private RealmRows rows;
    @Inject private TokenHolders holders;
    @Inject private AdminNetworks networks;
    @Inject private Caches caches;

    private Memory<ProviderToken, Authenticated> known;

    @PostConstruct
    void begin() {
        known =
                caches.memory(
                        Region.own(
                                "provider-people",
                                REMEMBERED,
                                MOST,
                                (token, found) -> found.caller().user().toString()));
    }

    /** Whether a token is to be shown here; nothing of it is proven by that. */
    public boolean areTheirs(String bearer) {
        return tokens.areTheirs(bearer);
    }

    /**
     * Who is there; empty for a token that is not sound, and for who has no account or a
     * deactivated one. A problem for a token bound to a key without a sound proof of it.
     *
     * @param network from where it came, if attempts from there are counted
     * @param from the address it came from
     */
    public Optional<Authenticated> of(ShownToken shown, Optional<String> network, String from) {
        return tokens.check(shown, network)
                .flatMap(token -> known.get(token, this::found))
                .map(found -> networks.seen(found, from));
    }

    private Optional<Authenticated> found(ProviderToken token) {
        Optional<RealmIdentity> identity = holders.find(token);
        if (identity.isPresent() && identity.get().user().isEmpty()) {
            return Optional.empty();
        }
        // What an older token says of groups must not undo what was said since.
        if (identity.isEmpty() || identity.get().lastSeenAt().isBefore(token.issuedAt())) {
            rows.vouch(profile(token, identity));
        }
        return holders.admit(token);
    }

    /** Of what the token does not tell, the last that was told stays true. */
    private static RealmProfile profile(ProviderToken token, Optional<RealmIdentity> identity) {
        ProviderToken.Person person = token.person();
        return new RealmProfile(
                Realm.OIDC,
                TokenHolders.subject(token),
                person.username()
                        .or(() -> identity.map(RealmIdentity::username))
                        .orElse(token.subject()),
                person.displayName()
                        .or(() -> identity.flatMap(RealmIdentity::displayName))
                        .orElse(null),
                person.email().or(() -> identity.flatMap(RealmIdentity::email)).orElse(null),
                person.groups().or(() -> identity.map(TokenHolders::groups)).orElse(Set.of()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged changed) {
        known.forget(changed.user().toString());
    }
}
