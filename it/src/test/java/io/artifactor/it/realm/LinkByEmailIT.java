package io.artifactor.it.realm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.ServerTest;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.artifactor.it.identity.Mailbox;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever waits because an account has their address is linked by who reads it. */
@ExtendWith(RealmServer.class)
class LinkByEmailIT extends ServerTest {

    @Test
    void theOwnerOfTheAddressLinksByTheButtonOnThePage() {
        String address = addressOf("lotte");
        String account = confirmed(address);
        try (Visitor visitor = visitor();
                Browser browser = Browser.open()) {
            assertThat(arrive(visitor, "lotte").uri().toString())
                    .endsWith("/sign-in/?refused=offered");
            assertThat(visitor.cookie("artifactor")).isEmpty();
            String link = url("/link-account/#token=" + Mailbox.token(address, 2));

            Page page = browser.page();
            page.navigate(link);
            assertThat(page.locator("button")).isVisible();
            assertThat(page.url()).doesNotContain("token");
            // To look at the page links nobody.
            assertThat(waiting("lotte")).isTrue();
            page.locator("button").click();
            assertThat(page.locator("#said")).containsText("Sign in again");

            visitor.signIn(url(""), "oidc");
            assertThat(new JsonPath(visitor.get(url("/api/v1/auth/me")).body()).getString("id"))
                    .isEqualTo(account);
        }
        assertThat(redeem(Mailbox.token(address, 2))).isEqualTo(400);
        Mailbox.await(address, "whoever signs in as lotte through oidc", 1);
        assertThat(linkedBy(account)).contains("email");
    }

    @Test
    void anAddressTheProviderHasNotVerifiedIsNobodys() {
        String account = confirmed(addressOf("minna"));
        try (Visitor visitor = visitor()) {
            arrive(visitor, "minna");

            assertThat(new JsonPath(visitor.get(url("/api/v1/auth/me")).body()).getString("id"))
                    .isNotEqualTo(account);
        }
        assertNothingMoreTo("minna", 1);
    }

    @Test
    void anAddressSomebodyTypedIsNotConfirmedByThat() {
        account(Map.of("email", addressOf("nora")));
        try (Visitor visitor = visitor()) {
            assertThat(arrive(visitor, "nora").uri().toString())
                    .endsWith("/sign-in/?refused=offered");
        }
        assertNothingMoreTo("nora", 0);
    }

    @Test
    void betweenTwoAccountsAnAdministratorDecides() {
        confirmed(addressOf("ottilie"));
        as(administrator())
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "username",
                                "ottilie",
                                "password",
                                "a password of her own",
                                "roles",
                                List.of("user")))
                .post("/users")
                .then()
                .statusCode(201);
        try (Visitor visitor = visitor()) {
            assertThat(arrive(visitor, "ottilie").uri().toString())
                    .endsWith("/sign-in/?refused=offered");
        }
        assertNothingMoreTo("ottilie", 1);
    }

    @Test
    void aLinkThatIsOverLinksNobody() throws SQLException {
        String account = confirmed(addressOf("pauline"));
        try (Visitor visitor = visitor()) {
            arrive(visitor, "pauline");
            String token = Mailbox.token(addressOf("pauline"), 2);
            Rows.execute(
                    "update realm_link set expires_at = now() where user_id = cast(? as uuid)",
                    account);

            assertThat(redeem(token)).isEqualTo(400);
            assertThat(waiting("pauline")).isTrue();
        }
    }

    @Test
    void aLinkIsForTheAccountThatHadTheAddressAlone() {
        String address = addressOf("regina");
        String account = confirmed(address);
        try (Visitor visitor = visitor()) {
            arrive(visitor, "regina");
            String token = Mailbox.token(address, 2);
            change(account, Map.of("email", "elsewhere-" + address));
            account(Map.of("email", address));

            assertThat(redeem(token)).isEqualTo(400);
            assertThat(waiting("regina")).isTrue();
        }
    }

    /** An account of this address whose owner has shown that they read it. */
    private static String confirmed(String address) {
        String id = account(Map.of("email", address));
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("login", address))
                .post("/auth/password-resets")
                .then()
                .statusCode(204);
        anonymous()
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "token",
                                Mailbox.token(address, 1),
                                "newPassword",
                                "a password chosen by link"))
                .post("/auth/password-resets/redeem")
                .then()
                .statusCode(204);
        return id;
    }

    private static String account(Map<String, String> changed) {
        TestingUser user = newUser();
        String id = as(user).get("/auth/me").path("id");
        change(id, changed);
        return id;
    }

    private static void change(String id, Map<String, String> changed) {
        as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(changed)
                .patch("/users/" + id)
                .then()
                .statusCode(200);
    }

    /** What is written later arrived, and this did not. */
    private static void assertNothingMoreTo(String name, int letters) {
        confirmed("later-%d@acme.example".formatted(System.nanoTime()));
        assertThat(Mailbox.saying(addressOf(name), "#token=")).hasSize(letters);
    }

    private static boolean waiting(String username) {
        List<String> found =
                as(administrator())
                        .queryParam("waiting", true)
                        .queryParam("size", 100)
                        .get("/realm-identities")
                        .path("items.findAll { it.username == '%s' }.id".formatted(username));
        return !found.isEmpty();
    }

    private static List<String> linkedBy(String account) {
        return as(administrator())
                .queryParam("actor", account)
                .queryParam("action", "realm-identity-linked")
                .get("/audit")
                .path("items.detail.by");
    }

    private static int redeem(String token) {
        return given().baseUri(RealmServer.stage().url())
                .contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/api/v1/auth/realm-links/redeem")
                .statusCode();
    }

    private static Visitor.Page arrive(Visitor visitor, String name) {
        return visitor.send(
                visitor.signIn(url(""), "oidc"),
                Map.of("username", name, "password", name + " keeps her books"));
    }

    private static String addressOf(String name) {
        return name + "@acme.example";
    }

    private static Visitor visitor() {
        return new Visitor(RealmServer.stage().keycloak().trust());
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
