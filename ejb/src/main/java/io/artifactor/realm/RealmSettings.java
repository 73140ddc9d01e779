package io.artifactor.realm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    @ConfigProperty(name = "artifactor.oidc.logout.url")
    private Optional<String> oidcLogout;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.client.id")
    private Optional<String> oidcClient;

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

    /** Who we are to the provider of OpenID Connect. */
    public Optional<String> oidcClient() {
        return oidcClient;
    }
}
