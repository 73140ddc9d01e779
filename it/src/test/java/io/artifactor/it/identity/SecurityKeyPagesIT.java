package io.artifactor.it.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Adding a security key and signing in with it, in a real browser with a key of its own. */
@ExtendWith(KeyServer.class)
class SecurityKeyPagesIT extends FactorTest {

    private final TestingUser user = newUser();

    /** A key in the browser, which somebody touches whenever it is asked. */
    private static CDPSession plugIn(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject key = new JsonObject();
        key.addProperty("protocol", "ctap2");
        key.addProperty("transport", "usb");
        key.addProperty("hasUserVerification", true);
        key.addProperty("isUserVerified", true);
        key.addProperty("automaticPresenceSimulation", true);
        JsonObject wish = new JsonObject();
        wish.add("options", key);
        session.send("WebAuthn.addVirtualAuthenticator", wish);
        return session;
    }

    private void signIn(Page page) {
        page.navigate(KeyServer.origin() + "/sign-in/");
        SignInPage.send(page, user.username(), user.password());
    }

    private static void signOut(Page page) {
        page.locator("#sign-out").click();
        page.waitForURL(Pattern.compile(".*/sign-in/"));
    }

    private String[] add(Page page) {
        signIn(page);
        page.getByText("Second factor").click();
        assertThat(page.locator("#status")).containsText("Your account has no second factor");
        page.locator("#add [name=name]").fill("The blue one");
        page.locator("#add button").click();
        assertThat(page.locator("#codes")).isVisible();
        assertThat(page.locator("#status")).containsText("takes your security key");
        String[] codes = page.locator("#list").textContent().split("\n");
        assertThat(codes).hasSize(10);
        page.getByText("I have kept them").click();
        return codes;
    }

    @Test
    void aKeyIsAddedAndAskedForAtTheNextSignIn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            plugIn(page);
            add(page);
            signOut(page);

            signIn(page);

            assertThat(page.locator("#who")).containsText("Signed in as");
            page.navigate(KeyServer.origin() + "/second-factor/");
            assertThat(page.locator("#list-of-keys")).containsText("The blue one");
            assertThat(page.locator("#list-of-keys")).containsText("last used");
        }
    }

    @Test
    void withoutTheKeyARecoveryCodeDoes() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            CDPSession session = plugIn(page);
            String[] codes = add(page);
            signOut(page);
            // Another key knows nothing of the account.
            session.send("WebAuthn.disable");
            plugIn(page);

            signIn(page);
            page.getByText("Use a recovery code").click();
            page.locator("#code").fill(codes[0]);
            page.locator("#form button").click();

            assertThat(page.locator("#who")).containsText("Signed in as");
        }
    }

    @Test
    void removingItAsksForPasswordAndKeyAfterAWhile() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            plugIn(page);
            add(page);
            Rows.execute(
                    "update refresh_token set started_at = started_at - interval '20 minutes' where"
                            + " user_id = "
                            + OF_NAME,
                    user.username());
            page.navigate(KeyServer.origin() + "/second-factor/");
            page.getByText("Remove", new Page.GetByTextOptions().setExact(true)).click();

            page.locator("#again [name=password]").fill(user.password());
            page.locator("#again button").click();

            assertThat(page.locator("#status")).containsText("Your account has no second factor");
        }
    }
}
