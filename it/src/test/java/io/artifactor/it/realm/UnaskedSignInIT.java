package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is signed in who did not press the button: not by a link, nor because a realm sent. */
@ExtendWith(RealmServer.class)
class UnaskedSignInIT extends ServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"oidc", "saml"})
    void whoOnlyFollowsALinkIsShownTheButton(String realm) {
        try (Visitor visitor = visitor()) {
            Visitor.Page first = visitor.get(url("/sso/" + realm));
            assertUnasked(visitor, through(visitor, realm, first));
            assertThat(visitor.cookie("artifactor_ticket")).isEmpty();

            // The realm knows them by now, and asks nothing.
            assertUnasked(visitor, again(visitor, realm, visitor.get(url("/sso/" + realm))));

            again(visitor, realm, visitor.signIn(url(""), realm));
            assertThat(status(visitor)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oidc", "saml"})
    void aPressCountsOnce(String realm) {
        try (Visitor visitor = visitor()) {
            through(visitor, realm, visitor.signIn(url(""), realm));
            assertThat(status(visitor)).isEqualTo(200);
            HttpRequest out =
                    HttpRequest.newBuilder(URI.create(url("/api/v1/auth/logout")))
                            .header("Origin", url(""))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build();
            assertThat(visitor.once(out).statusCode()).isEqualTo(204);

            assertUnasked(visitor, again(visitor, realm, visitor.get(url("/sso/" + realm))));
        }
    }

    @Test
    void signingInAgainEndsWhatTheBrowserHad() {
        try (Visitor visitor = visitor()) {
            through(visitor, "oidc", visitor.signIn(url(""), "oidc"));
            String before = visitor.cookie("artifactor").orElseThrow().getValue();

            again(visitor, "oidc", visitor.signIn(url(""), "oidc"));

            assertThat(visitor.cookie("artifactor").orElseThrow().getValue()).isNotEqualTo(before);
            assertThat(status(visitor)).isEqualTo(200);
            assertThat(anonymous().cookie("artifactor", before).get("/auth/me").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theButtonOfOneRealmIsNotThatOfAnother() {
        try (Visitor visitor = visitor()) {
            visitor.press(url(""), "oidc");

            assertUnasked(visitor, through(visitor, "saml", visitor.get(url("/sso/saml"))));
        }
    }

    @Test
    void whomTheProviderSendsByItselfIsShownTheButton() {
        try (Visitor visitor = visitor()) {
            String provider = RealmServer.stage().keycloak().realm();
            Visitor.Page response =
                    visitor.send(
                            visitor.get(provider + "/protocol/saml/clients/library"),
                            credentials("saml"));
            assertUnasked(visitor, visitor.send(response));

            again(visitor, "saml", visitor.signIn(url(""), "saml"));
            assertThat(status(visitor)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Accept, */*"
    })
    void nobodyElseCanPressIt(String header, String value) {
        assertThat(pressed("oidc", header, value).statusCode()).isEqualTo(403);
        assertThat(pressed("oidc", header, value).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap", "", "OIDC", "another"})
    void thereIsNoButtonForOtherRealms(String realm) {
        HttpResponse<String> answer = pressed(realm, "Sec-Fetch-Site", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> pressed(String realm, String header, String value) {
        try (Visitor visitor = visitor()) {
            return visitor.once(
                    HttpRequest.newBuilder(
                                    Visitor.post(url("/sso/begin"), Map.of("realm", realm)),
                                    (name, kept) -> true)
                            .setHeader(header, value)
                            .build());
        }
    }

    private static void assertUnasked(Visitor visitor, Visitor.Page page) {
        assertThat(page.uri().toString()).isEqualTo(url("/sign-in/?refused=unasked"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(visitor.cookie("artifactor")).isEmpty();
        assertThat(status(visitor)).isEqualTo(401);
    }

    /** Each realm has somebody else, so that accounts stay apart. */
    private static Map<String, String> credentials(String realm) {
        String name = realm.equals("saml") ? "clara" : "anna";
        return Map.of("username", name, "password", name + " keeps her books");
    }

    /** Somebody the realm does not know yet. */
    private static Visitor.Page through(Visitor visitor, String realm, Visitor.Page first) {
        return realm.equals("saml")
                ? visitor.send(visitor.send(visitor.send(first), credentials(realm)))
                : visitor.send(first, credentials(realm));
    }

    /** Somebody whom it knows. */
    private static Visitor.Page again(Visitor visitor, String realm, Visitor.Page first) {
        return realm.equals("saml") ? visitor.send(visitor.send(first)) : first;
    }

    private static int status(Visitor visitor) {
        return visitor.get(url("/api/v1/auth/me")).status();
    }

    private static Visitor visitor() {
        return new Visitor(RealmServer.stage().keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
