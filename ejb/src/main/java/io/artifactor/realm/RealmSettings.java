package io.artifactor.realm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which realms the server was given. The drop-in that configures a realm in the container says so
 * here too, with what the button is to say.
 */
@ApplicationScoped
public class RealmSettings {

    @Inject
    @ConfigProperty(name = "artifactor.realm.ldap")
    private Optional<String> ldap;

    @Inject
    @ConfigProperty(name = "artifactor.realm.oidc")
    private Optional<String> oidc;

    @Inject
    @ConfigProperty(name = "artifactor.realm.saml")
    private Optional<String> saml;

    @Inject
    @ConfigProperty(name = "artifactor.ldap.check.seconds", defaultValue = "600")
    private int checkSeconds;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.logout.url")
    private Optional<String> oidcLogout;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.issuer")
    private Optional<String> oidcIssuer;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.client.id")
    private Optional<String> oidcClient;

    @Inject
    @ConfigProperty(name = "artifactor.link.by.email")
    private Optional<String> linkByEmail;

    private Set<Realm> trustedInAddresses = Set.of();

    @PostConstruct
    void readTrust() {
        trustedInAddresses =
                Arrays.stream(linkByEmail.orElse("").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(RealmSettings::named)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Realm named(String name) {
        return Realm.find(name)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "ARTIFACTOR_LINK_BY_EMAIL must name realms out of oidc, saml and"
                                        + " ldap, but says "
                                        + name));
    }

    /** Whether an address the realm gives somebody is believed to be theirs. */
    public boolean linksByEmail(Realm realm) {
        return trustedInAddresses.contains(realm);
    }

    /** How long somebody who left the directory may stay signed in. */
    public Duration betweenChecks() {
        return Duration.ofSeconds(Math.clamp(checkSeconds, 1, 86_400));
    }

    /** The realms there are, each with what people call it. */
    public Map<Realm, String> configured() {
        Map<Realm, String> found = new LinkedHashMap<>();
        oidc.ifPresent(label -> found.put(Realm.OIDC, label));
        saml.ifPresent(label -> found.put(Realm.SAML, label));
        ldap.ifPresent(label -> found.put(Realm.LDAP, label));
        return found;
    }

    public boolean has(Realm realm) {
        return configured().containsKey(realm);
    }

    /** Where the provider of OpenID Connect ends its own sign-in, if that was said. */
    public Optional<String> oidcLogout() {
        return oidcLogout.filter(url -> !url.isBlank());
    }

    /**
     * Whether ID tokens of this issuer are the provider's that was configured. What is read under
     * its address may tell of another, and the container believes that.
     */
    public boolean isOidcIssuer(String issuer) {
        return oidcIssuer
                .filter(expected -> !expected.isBlank())
                .map(expected -> bare(expected).equals(bare(issuer)))
                .orElse(true);
    }

    /**
     * Whether ID tokens for these are for us. The container takes one that is for nobody in
     * particular.
     */
    public boolean isOidcAudience(Set<String> audience) {
        return oidcClient
                .filter(client -> !client.isBlank())
                .map(audience::contains)
                .orElse(!audience.isEmpty());
    }

    /** Some end theirs with a slash, which the address of what is read under it does not have. */
    private static String bare(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }
}
