package io.artifactor.identity;

import io.artifactor.cache.Caches;
import io.artifactor.cache.Memory;
import io.artifactor.cache.Region;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Says who a bearer token stands for. What it found is remembered for three seconds, so a
 * deactivated user, a changed role, an ended sign-in and a revoked token count within that time on
 * every node, almost at once where the nodes share a Redis, and at once on the node where it
 * happened.
 */
@ApplicationScoped
public class Authentication {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    @Inject private AccessTokens accessTokens;
    @Inject private Standing standing;
    @Inject private AdminNetworks networks;
    @Inject private Caches caches;

    private Memory<SessionKey, Authenticated> sessions;
    private Memory<Secret, Authenticated> tokens;
    private Memory<Secret, SessionKey> browsers;

    @PostConstruct
    void begin() {
        Region<SessionKey, Authenticated> ofSessions =
                Region.own(
                        "sessions",
                        REMEMBERED,
                        MOST,
                        (session, known) -> session.user().toString());
        sessions = caches.memory(ofSessions.shared(SharedStanding.ofSessions()));
        // Each node notes the use of a token for itself, so it looks for itself.
        tokens =
                caches.memory(
                        Region.own(
                                "tokens",
                                REMEMBERED,
                                MOST,
                                (secret, known) -> known.caller().user().toString()));
        browsers =
                caches.memory(
                        Region.own(
                                "browsers",
                                REMEMBERED,
                                MOST,
                                (secret, known) -> known.user().toString()));
    }

    /**
     * Who a browser's cookie stands for; empty for one that is wrong, over or ended.
     *
     * @param from the address it came from
     */
    public Optional<Authenticated> ofBrowser(String cookie, String from) {
        return Secret.parse(Secret.Kind.BROWSER, cookie)
                .flatMap(secret -> browsers.get(secret, standing::ofBrowser))
                .flatMap(key -> sessions.get(key, standing::ofSession))
                .map(found -> networks.seen(found, from));
    }

    /**
     * Who is there; empty for a token that is wrong, over, revoked, or of a deactivated user.
     *
     * @param from the address it came from
     */
    public Optional<Authenticated> of(String bearer, String from) {
        return anywhere(bearer).map(found -> networks.seen(found, from));
    }

    private Optional<Authenticated> anywhere(String bearer) {
        if (bearer.startsWith(Secret.Kind.PERSONAL.prefix())) {
            return Secret.parse(Secret.Kind.PERSONAL, bearer)
                    .flatMap(secret -> tokens.get(secret, standing::ofToken));
        }
        return accessTokens.check(bearer).flatMap(key -> sessions.get(key, standing::ofSession));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged changed) {
        String user = changed.user().toString();
        sessions.forget(user);
        tokens.forget(user);
        browsers.forget(user);
    }

    /** Roles beyond a plain user's are for sign-ins and for tokens that were given them. */
    static Set<Role> rolesWithin(Set<TokenScope> scopes, Set<Role> roles) {
        if (scopes.contains(TokenScope.ADMIN)) {
            return roles;
        }
        return roles.contains(Role.USER) ? Set.of(Role.USER) : Set.of();
    }
}
