package io.artifactor.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys a provider of OpenID Connect publishes, found by its discovery document when they are
 * first needed. They are remembered for minutes, asked for anew when a token names one that is not
 * there, never more than twice in half a minute, and stay good for an hour while the provider is
 * away. RSA keys of less than 2048 bits are none. Safe for all threads.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final int SHORTEST_RSA = 2048;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);
    private static final Duration GOOD_WHILE_AWAY = Duration.ofHours(1);
    private static final Duration BETWEEN_DISCOVERIES = Duration.ofSeconds(10);

    private final String issuer;
    private final ResourceRetriever web;
    private final Clock clock;

    private volatile @Nullable JWKSource<SecurityContext> found;
    private Instant nextDiscovery = Instant.MIN;

    ProviderKeys(String issuer, ResourceRetriever web, Clock clock) {
        this.issuer = issuer;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        JWKSource<SecurityContext> known = found;
        return (known == null ? discovered() : known)
                .get(selector, context).stream().filter(ProviderKeys::isLongEnough).toList();
    }

    /** Who publishes a short key may not notice when somebody else signs with it. */
    private static boolean isLongEnough(JWK key) {
        return !(key instanceof RSAKey) || key.size() >= SHORTEST_RSA;
    }

    /** One at a time, and with a pause after a failure: a flood of tokens is to start no other. */
    private synchronized JWKSource<SecurityContext> discovered() throws KeySourceException {
        JWKSource<SecurityContext> known = found;
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextDiscovery)) {
            throw away(null);
        }
        nextDiscovery = now.plus(BETWEEN_DISCOVERIES);
        try {
            JWKSource<SecurityContext> source = source(keysAddress());
            found = source;
            return source;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw away(e);
        }
    }

    private JWKSource<SecurityContext> source(URI keys) throws IOException {
        return JWKSourceBuilder.create(keys.toURL(), web)
                .cache(REMEMBERED.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_QUESTIONS.toMillis())
                .outageTolerant(GOOD_WHILE_AWAY.toMillis())
                .build();
    }

    private URI keysAddress() throws IOException, ParseException {
        URI document =
                URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
        Resource answer = web.retrieveResource(document.toURL());
        Map<String, Object> said = JSONObjectUtils.parse(answer.getContent());
        if (!issuer.equals(JSONObjectUtils.getString(said, "issuer"))) {
            throw new IOException("The provider calls itself otherwise than " + issuer);
        }
        @Nullable URI keys = JSONObjectUtils.getURI(said, "jwks_uri");
        if (keys == null || !document.getScheme().equals(keys.getScheme())) {
            throw new IOException("The provider names no keys that are as safe as itself");
        }
        return keys;
    }

    private static JWKSetUnavailableException away(@Nullable Exception cause) {
        return new JWKSetUnavailableException("The provider cannot be asked for its keys", cause);
    }
}
