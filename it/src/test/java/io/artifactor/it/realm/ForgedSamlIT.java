package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody with an account at the identity provider changes the response it gave them, to come in
 * as somebody else. The signature over their own assertion stays valid in the wrapped ones.
 */
@ExtendWith(RealmServer.class)
class ForgedSamlIT extends ServerTest {

    private static final String FORGER = "clara";

    @Test
    void theResponseAsItIsOpens() {
        try (Visitor visitor = visitor()) {
            assertThat(deliver(visitor, SamlForgery.NONE)).isEqualTo(FORGER);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aForgedResponseOpensNothing(SamlForgery forgery) {
        try (Visitor visitor = visitor()) {
            // Where the signed assertion stands as it was, the forger may come in as themselves.
            assertThat(deliver(visitor, forgery))
                    .isIn(forgery.isWrapping() ? List.of("nobody", FORGER) : List.of("nobody"));
        }
        assertThat(subjects()).noneMatch(subject -> subject.contains(SamlForgery.SUBJECT));
    }

    /** Who is signed in afterwards. */
    private static String deliver(Visitor visitor, SamlForgery forgery) {
        Visitor.Page request = visitor.signIn(url(""), "saml");
        Visitor.Page response =
                visitor.send(
                        visitor.send(request),
                        Map.of("username", FORGER, "password", "clara keeps her books"));
        Element given =
                Objects.requireNonNull(
                        response.document().selectFirst("input[name=SAMLResponse]"),
                        response.body());
        String forged = forgery.of(given.attr("value"));
        Visitor.Page page = visitor.send(response, Map.of("SAMLResponse", forged));
        assertThat(page.body()).doesNotContain("Exception", "\tat ");
        Visitor.Page me = visitor.get(url("/api/v1/auth/me"));
        return me.status() == 200 ? new JsonPath(me.body()).getString("username") : "nobody";
    }

    private static List<String> subjects() {
        return as(administrator())
                .queryParam("size", 100)
                .get("/realm-identities")
                .path("items.subject");
    }

    private static Visitor visitor() {
        return new Visitor(RealmServer.stage().keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
