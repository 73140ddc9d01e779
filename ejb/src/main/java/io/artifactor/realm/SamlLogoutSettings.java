package io.artifactor.realm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_SAML_LOGOUT_…}: whether and how sign-ins end at the identity provider too. */
@ApplicationScoped
class SamlLogoutSettings {

    @Inject
    @ConfigProperty(name = "artifactor.saml.logout.url")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "artifactor.saml.logout.keystore")
    private Optional<String> keystore;

    @Inject
    @ConfigProperty(name = "artifactor.saml.logout.keystore.password")
    private Optional<String> password;

    private Optional<LogoutKey> key = Optional.empty();

    @PostConstruct
    void readKey() {
        key =
                keystore.filter(file -> !file.isBlank())
                        .map(file -> LogoutKey.read(Path.of(file), password.orElse("")));
    }

    public Optional<String> url() {
        return url.filter(text -> !text.isBlank());
    }

    public Optional<LogoutKey> key() {
        return key;
    }
}
