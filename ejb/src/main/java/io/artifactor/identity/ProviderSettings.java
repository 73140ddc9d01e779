package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is known of the provider of OpenID Connect, and whether API clients may come with access
 * tokens of it. They may not unless an audience is given, under which it issues tokens for this
 * product.
 */
@ApplicationScoped
class ProviderSettings {

    @Inject
    @ConfigProperty(name = "artifactor.oidc.api.audience")
    private Optional<String> audience;

    @Inject
    @ConfigProperty(name = "artifactor.oidc.api.dpop", defaultValue = "optional")
    private String bound;

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

    @Inject
    @ConfigProperty(name = "artifactor.oidc.hosts")
    private Optional<String> hosts;

    /** What asks the provider and nobody else. */
    ProviderWeb web() {
        Set<String> asked = new HashSet<>();
        given(issuer).flatMap(ProviderSettings::hostOf).ifPresent(asked::add);
        given(hosts)
                .ifPresent(named ->
                        Stream.of(named.split(","))
                                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                                .forEach(asked::add));
        // Who vouches for its certificate, if not one the Java runtime trusts.
        return new ProviderWeb(asked, given(authority).map(Path::of));
    }

    private static Optional<String> hostOf(String issuer) {
        try {
            return Optional.ofNullable(new URI(issuer).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** As what this product is known to the provider; empty if there is none. */
    public Optional<Client> client() {
        return given(issuer).flatMap(from -> given(clientId).map(id -> new Client(from, id)));
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(said -> !said.isBlank());
    }

    /** What a token must say to be taken; empty if none is. */
    public Optional<ProviderTerms> terms() {
        boolean keysOnly = keysOnly(bound);
        return given(audience).map(named -> termsFor(named, keysOnly));
    }

    /** Whether tokens must be bound to a key; those that are need a proof of it in any case. */
    static boolean keysOnly(String configured) {
        return switch (configured.strip()) {
            case "optional" -> false;
            case "required" -> true;
            default ->
                    throw new IllegalStateException(
                            "ARTIFACTOR_OIDC_API_DPOP must be optional or required, but is "
                                    + configured);
        };
    }

    private ProviderTerms termsFor(String named, boolean keysOnly) {
        if (named.equals(clientId.orElse(""))) {
            throw new IllegalStateException(
                    "ARTIFACTOR_OIDC_API_AUDIENCE must not be the client's own id: ID tokens are"
                            + " issued for that, and an ID token opens nothing.");
        }
        String from =
                given(issuer)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "ARTIFACTOR_OIDC_API_AUDIENCE needs ARTIFACTOR_OIDC_ISSUER"
                                                + " beside it."));
        return new ProviderTerms(from, named, groupsClaim, keysOnly);
    }

    /** A client of a provider. */
    record Client(String issuer, String id) {}
}
