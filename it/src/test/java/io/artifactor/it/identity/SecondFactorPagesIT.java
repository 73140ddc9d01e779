package io.artifactor.it.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.RunningServer;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Setting up a second factor and signing in with it, in a real browser. */
class SecondFactorPagesIT extends FactorTest {

    private final TestingUser user = newUser();

    private static String url(String path) {
        return RunningServer.stack().url() + path;
    }

    private void signIn(Page page) {
        page.navigate(url("/sign-in/"));
        SignInPage.send(page, user.username(), user.password());
    }

    private static void giveCode(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#form button").click();
    }

    @Test
    void itIsSetUpByThePictureAndAskedForAtTheNextSignIn() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            signIn(page);
            page.getByText("Second factor").click();
            assertThat(page.locator("#status")).containsText("Your account has no second factor");
            page.locator("#begin [name=password]").fill("not the password");
            page.locator("#begin button").click();
            assertThat(page.locator("#refusal")).containsText("The password is not right");
            page.locator("#begin [name=password]").fill(user.password());
            page.locator("#begin button").click();

            assertThat(page.locator("#qr svg")).isVisible();
            assertThat(page.locator("#open"))
                    .hasAttribute("href", Pattern.compile("otpauth://totp/.*"));
            String secret = page.locator("#secret").textContent().replace(" ", "");
            Authenticator phone = new Authenticator(secret);
            page.locator("#confirm input").fill("000000");
            page.locator("#confirm button").click();
            assertThat(page.locator("#refusal")).containsText("The code is not right");
            page.locator("#confirm input").fill(phone.code());
            page.locator("#confirm button").click();

            assertThat(page.locator("#codes")).isVisible();
            String[] codes = page.locator("#list").textContent().split("\n");
            assertThat(codes).hasSize(10);
            page.getByText("I have kept them").click();
            page.locator("#sign-out").click();
            page.waitForURL(Pattern.compile(".*/sign-in/"));
            letTimePass(user);
            signInWithCodes(page, phone, codes);
        }
    }

    private void signInWithCodes(Page page, Authenticator phone, String... codes) {
        signIn(page);
        giveCode(page, "000000");
        assertThat(page.locator("#refusal")).containsText("The code is not right");
        giveCode(page, phone.code());
        assertThat(page.locator("#who")).containsText("Signed in as");

        page.locator("#sign-out").click();
        page.waitForURL(Pattern.compile(".*/sign-in/"));
        signIn(page);
        page.getByText("Use a recovery code").click();
        giveCode(page, codes[0]);
        assertThat(page.locator("#who")).containsText("Signed in as");
    }

    @Test
    void itIsRemovedWithPasswordAndCode() throws SQLException {
        Protected owner = protect(user);
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            signIn(page);
            giveCode(page, owner.phone().code());
            assertThat(page.locator("#who")).containsText("Signed in as");
            page.navigate(url("/second-factor/"));
            assertThat(page.locator("#status")).containsText("Recovery codes left: 10");

            page.locator("#manage [name=password]").fill(user.password());
            page.locator("#manage [name=code]").fill(owner.recoveryCodes().getFirst());
            page.getByText("New recovery codes").click();
            assertThat(page.locator("#list")).containsText("-");
            String code = page.locator("#list").textContent().split("\n")[0];

            page.reload();
            page.locator("#manage [name=password]").fill(user.password());
            page.locator("#manage [name=code]").fill(code);
            page.getByText("Remove one-time codes").click();
            assertThat(page.locator("#status")).containsText("Your account has no second factor");
        }
    }

    @Test
    void strangersAreSentToSignIn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/second-factor/"));
            page.waitForURL(Pattern.compile(".*/sign-in/"));

            assertThat(page.locator("#form button")).isVisible();
        }
    }
}
