package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container serves by itself where it asks realms: nothing that helps anybody. */
@ExtendWith(RealmServer.class)
class ContainerPagesIT extends ServerTest {

    /** The container opens these contexts with the client of OpenID Connect; nothing is in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/",
                "/oauth2/endpoint/oidc/authorize",
                "/oauth2/endpoint/oidc/token",
                "/oauth2/endpoint/oidc/introspect",
                "/oauth2/endpoint/oidc/registration",
                "/oauth2/endpoint/oidc/app-passwords",
                "/oauth2/declare_authz/oidc",
                "/jwt/",
                "/jwt/ibm/api/defaultJWT/token",
                "/ibm/api/",
                "/ibm/api/explorer/",
            })
    void whatTheContainerOpensForOthersIsShut(String path) {
        try (Visitor visitor = visitor()) {
            Visitor.Page page = visitor.get(url(path));

            assertThat(page.status()).as(page.body()).isIn(401, 403, 404, 405);
            assertThat(page.body()).doesNotContain("Exception", "\tat ", "WebSphere", "keys");
        }
    }

    /** It is the public half of one with which nobody can have anything signed. */
    @Test
    void theKeyTheContainerPublishesIsOfNoUse() {
        try (Visitor visitor = visitor()) {
            Visitor.Page page = visitor.get(url("/jwt/ibm/api/defaultJWT/jwk"));

            assertThat(page.body()).doesNotContain("\"d\"", "\"p\"", "\"k\"");
        }
    }

    @Test
    void aResponseThatIsNoneIsAnsweredByOurOwnPage() {
        try (Visitor visitor = visitor()) {
            String none = Base64.getEncoder().encodeToString("<nothing/>".getBytes(UTF_8));

            Visitor.Page page =
                    visitor.send(
                            url("/ibm/saml20/saml/acs"),
                            Map.of("SAMLResponse", none, "RelayState", "any"));

            assertThat(page.uri().toString()).endsWith("/sign-in/?refused=realm");
            assertThat(page.status()).isEqualTo(200);
        }
    }

    private static Visitor visitor() {
        return new Visitor(RealmServer.stage().keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
