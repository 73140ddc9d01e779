package io.artifactor.realm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
}
