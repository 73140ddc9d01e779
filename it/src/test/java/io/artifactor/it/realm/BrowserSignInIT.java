package io.artifactor.it.realm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.artifactor.it.Browser;
import io.artifactor.it.SignInPage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in and out, in a real browser. */
@ExtendWith(RealmServer.class)
class BrowserSignInIT extends MappedPlaces {

    @Test
    void throughOpenIdConnectAndOutAgainAtBothEnds() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/sign-in/"));
            page.locator("button[data-realm=oidc]").click();
            signInAtProvider(page, "anna", "anna keeps her books");

            assertThat(page.locator("#who")).containsText("Signed in as Anna Weber");
            assertThat(page.url()).isEqualTo(url("/"));
            Cookie cookie = cookie(browser);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(page.evaluate("document.cookie").toString()).doesNotContain(cookie.value);

            page.locator("#sign-out").click();
            page.waitForURL(Pattern.compile(".*/sign-in/"));
            page.locator("button[data-realm=oidc]").click();
            // Both sign-ins are over: the provider asks again.
            assertThat(page.locator("#kc-form-login input[name=password]")).isVisible();
        }
    }

    @Test
    void throughSamlAndOutAgainAtBothEnds() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/sign-in/"));
            page.locator("button[data-realm=saml]").click();
            signInAtProvider(page, "clara", "clara keeps her books");

            assertThat(page.locator("#who")).containsText("Signed in as");

            page.locator("#sign-out").click();
            page.waitForURL(Pattern.compile(".*/sign-in/"));
            page.locator("button[data-realm=saml]").click();
            // Both sign-ins are over: the provider asks again.
            assertThat(page.locator("#kc-form-login input[name=password]")).isVisible();
        }
    }

    @Test
    void byFormWithThePasswordOfTheDirectoryIntoTheWorkspaceOfTheGroup() {
        TestingDirectory directory = RealmServer.stage().directory();
        directory.addPerson("xenia");
        directory.addGroup("weavers", "xenia");
        mapped("ldap", "weavers", workspace(newUser(), "Weaving"), "viewer");
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/sign-in/"));
            SignInPage.send(page, "xenia", "not the password of xenia");
            assertThat(page.locator("#refusal")).containsText("is not right");
            SignInPage.send(page, "xenia", TestingDirectory.password("xenia"));

            assertThat(page.locator("#who")).containsText("Signed in as xenia of Acme");
            Object names =
                    page.evaluate(
                            "async () => (await (await fetch('/api/v1/workspaces')).json())"
                                    + ".items.map(found => found.name)");
            assertThat((List<?>) names).asList().contains("Weaving");
        }
    }

    @Test
    void whoIsRefusedIsToldWhy() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/sign-in/?refused=conflict"));

            assertThat(page.locator("#refusal")).containsText("Ask an administrator");
        }
    }

    @Test
    void whoFollowsALinkToTheRealmIsNotSignedIn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/sso/oidc"));
            signInAtProvider(page, "anna", "anna keeps her books");

            assertThat(page.locator("#refusal")).containsText("press the button");
            assertThat(browser.context().cookies(url("/")))
                    .noneMatch(cookie -> cookie.name.equals("artifactor"));

            page.locator("button[data-realm=oidc]").click();
            assertThat(page.locator("#who")).containsText("Signed in as Anna Weber");
        }
    }

    private static void signInAtProvider(Page page, String name, String password) {
        // Our own page has fields of the same names.
        page.locator("#kc-form-login input[name=username]").fill(name);
        page.locator("#kc-form-login input[name=password]").fill(password);
        page.locator("#kc-login").click();
    }

    private static Cookie cookie(Browser browser) {
        return browser.context().cookies(url("/")).stream()
                .filter(cookie -> cookie.name.equals("artifactor"))
                .findFirst()
                .orElseThrow();
    }

    private static String url(String path) {
        return RealmServer.stage().url() + path;
    }
}
