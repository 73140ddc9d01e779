package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether API clients may come with access tokens of the provider of OpenID Connect. They may not
 * unless an audience is given, under which the provider issues tokens for this product.
 */
@ApplicationScoped
class ProviderSettings {

    @Inject
    @ConfigProperty(name = "artifactor.oidc.api.audience")
    private Optional<String> audience;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.issuer")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.client.id")
    private Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.groups.claim", defaultValue = "groups")
    private String groupsClaim;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.ca")
    private Optional<String> authority;

    /** Who vouches for the provider's certificate, if not one the Java runtime trusts. */
    public Optional<Path> authority() {
        return authority.filter(text -> !text.isBlank()).map(Path::of);
    }

    /** What a token must say to be taken; empty if none is. */
    public Optional<ProviderTerms> terms() {
        return audience.filter(text -> !text.isBlank()).map(this::termsFor);
    }

    private ProviderTerms termsFor(String named) {
        if (named.equals(clientId.orElse(""))) {
            throw new IllegalStateException(
                    "ARTIFACTOR_OIDC_API_AUDIENCE must not be the client's own id: ID tokens are"
                            + " issued for that, and an ID token opens nothing.");
        }
        String from =
                issuer.filter(text -> !text.isBlank())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "ARTIFACTOR_OIDC_API_AUDIENCE needs ARTIFACTOR_OIDC_ISSUER"
                                                + " beside it."));
        return new ProviderTerms(from, named, groupsClaim);
    }
}
