package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-ins that end at the SAML identity provider, which tells so by the browser. */
@ExtendWith(RealmServer.class)
class SamlProviderLogoutIT extends ServerTest {

    @Test
    void whoSignsOutAtTheProviderIsSignedOutHere() {
        try (Visitor visitor = visitor();
                Visitor other = visitor()) {
            signIn(visitor, "clara");
            signIn(other, "clara");

            Visitor.Page end = visitor.send(requestAtSigningOut(visitor));

            assertThat(end.uri().toString()).startsWith(keycloak().realm());
            assertThat(end.status()).as(end.body()).isEqualTo(200);
            assertThat(status(visitor)).isEqualTo(401);
            assertThat(status(other)).isEqualTo(200);
        }
    }

    @Test
    void aRequestThatIsNotTheProvidersEndsNothing() {
        try (Visitor visitor = visitor()) {
            signIn(visitor, "clara");
            Visitor.Page page = requestAtSigningOut(visitor);
            Element field =
                    Objects.requireNonNull(
                            page.document().selectFirst("input[name=SAMLRequest]"), page.body());
            String xml = new String(Base64.getDecoder().decode(field.attr("value")), UTF_8);
            String unsigned = xml.replaceAll("(?s)<(\\w+:)?Signature .*</(\\w+:)?Signature>", "");
            assertThat(unsigned).isNotEqualTo(xml).contains("LogoutRequest");
            String changed = xml.replaceAll("IssueInstant=\"[^\"]*\"", "IssueInstant=\"2026\"");

            for (String forged : new String[] {unsigned, changed, "", "<a/>"}) {
                String sent = Base64.getEncoder().encodeToString(forged.getBytes(UTF_8));
                assertThat(visitor.send(page, Map.of("SAMLRequest", sent)).uri())
                        .hasPath("/sign-in/");
                assertThat(visitor.get(url("/sso/out?SAMLRequest=" + sent)).uri())
                        .hasPath("/sign-in/");
            }
            assertThat(status(visitor)).isEqualTo(200);

            visitor.send(page);
            assertThat(status(visitor)).isEqualTo(401);
            // Once is enough: it is answered no second time.
            assertThat(visitor.send(page).uri()).hasPath("/sign-in/");
        }
    }

    /** The page by which the provider tells of it, when somebody signs out there. */
    private static Visitor.Page requestAtSigningOut(Visitor visitor) {
        Visitor.Page sure = visitor.get(keycloak().realm() + "/protocol/openid-connect/logout");
        return visitor.send(sure);
    }

    private static void signIn(Visitor visitor, String name) {
        Visitor.Page request = visitor.signIn(url(""), "saml");
        Visitor.Page response =
                visitor.send(
                        visitor.send(request),
                        Map.of("username", name, "password", name + " keeps her books"));
        visitor.send(response);
        assertThat(status(visitor)).isEqualTo(200);
    }

    private static int status(Visitor visitor) {
        return visitor.get(url("/api/v1/auth/me")).status();
    }

    private static TestingKeycloak keycloak() {
        return RealmServer.stage().keycloak();
    }

    private static Visitor visitor() {
        return new Visitor(keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
