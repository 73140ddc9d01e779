package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.artifactor.launcher.Part;
import io.restassured.path.json.JsonPath;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ID tokens the provider never gave, or gave somebody else, come over the channel to it. */
@ExtendWith(OpenIdServer.class)
class ForgedIdTokensIT extends ServerTest {

    private static TestingOpenIdProvider provider() {
        return OpenIdServer.stage().provider();
    }

    @AfterEach
    void theProviderIsHonest() {
        provider().repent();
    }

    @Test
    void theTokenAsItIsOpens() {
        try (Visitor visitor = visitor()) {
            assertThat(visitor.signIn(url(""), "oidc").uri()).hasPath("/");

            assertSignedIn(visitor);
        }
    }

    @Test
    void aNewKeyOfTheProviderIsAskedFor() {
        provider().changeKeys();
        try (Visitor visitor = visitor()) {
            visitor.signIn(url(""), "oidc");

            assertSignedIn(visitor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForgedTokenOpensNothing(IdTokenForgery forgery) {
        provider().tell(forgery::of);
        try (Visitor visitor = visitor()) {
            assertRefused(visitor, visitor.signIn(url(""), "oidc"));
        }
        assertThat(provider().exchanges()).hasSize(1);
    }

    @Test
    void aTokenOfAnotherSignInOpensNothing() {
        AtomicReference<String> earlier = new AtomicReference<>("");
        provider()
                .tell(token -> {
                    earlier.set(token.signed());
                    return earlier.get();
                });
        try (Visitor visitor = visitor();
                Visitor thief = visitor()) {
            visitor.signIn(url(""), "oidc");
            assertSignedIn(visitor);
            provider().tell(token -> earlier.get());

            assertRefused(thief, thief.signIn(url(""), "oidc"));
        }
    }

    @Test
    void aTokenOfTheSameBrowserOpensNothingASecondTime() {
        AtomicReference<String> earlier = new AtomicReference<>("");
        try (Visitor visitor = visitor()) {
            // It does not come to its end, so the browser is signed in by nothing.
            provider()
                    .tell(token -> {
                        earlier.set(token.signed());
                        return "";
                    });
            visitor.signIn(url(""), "oidc");
            provider().tell(token -> earlier.get());

            assertRefused(visitor, visitor.signIn(url(""), "oidc"));
        }
    }

    @Test
    void aProviderThatCallsItselfAnotherOpensNothing() {
        provider().callItself("https://elsewhere.example");
        try (Visitor visitor = visitor()) {
            // It is asked who it is when the server starts.
            OpenIdServer.stage().server().restart(Part.SERVER);

            assertRefused(visitor, visitor.signIn(url(""), "oidc"));
        } finally {
            provider().repent();
            OpenIdServer.stage().server().restart(Part.SERVER);
        }
    }

    /** The code goes to the provider alone, and the secret with it. */
    @Test
    void nobodyIsToldACodeToWhomTheProviderSendsUs() {
        provider().sendElsewhere("/token");
        try (Visitor visitor = visitor()) {
            assertRefused(visitor, visitor.signIn(url(""), "oidc"));
        }
        assertThat(provider().exchanges()).hasSize(1);
        assertThat(provider().strayed()).isEmpty();
    }

    static void assertSignedIn(Visitor visitor) {
        Visitor.Page me = visitor.get(url("/api/v1/auth/me"));
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(new JsonPath(me.body()).getString("username")).isEqualTo(provider().username());
    }

    /** They have nothing, whether they end on our own page or the container answers by itself. */
    static void assertRefused(Visitor visitor, Visitor.Page page) {
        assertNobody(visitor);
        assertThat(page.body()).doesNotContain("Exception", "\tat ", TestingOpenIdProvider.SECRET);
        assertThat(page.uri().toString()).isIn(url("/sign-in/?refused=realm"), url("/sso/oidc"));
    }

    /** They are told on our own page, and have nothing. */
    static void assertSentBack(Visitor visitor, Visitor.Page page) {
        assertRefused(visitor, page);
        assertThat(page.uri().toString()).isEqualTo(url("/sign-in/?refused=realm"));
        assertThat(page.status()).isEqualTo(200);
    }

    static void assertNobody(Visitor visitor) {
        assertThat(visitor.cookie("artifactor")).isEmpty();
        assertThat(visitor.get(url("/api/v1/auth/me")).status()).isEqualTo(401);
    }

    static Visitor visitor() {
        return new Visitor(provider().trust());
    }

    static String url(String path) {
        return OpenIdServer.stage().url() + path;
    }
}
