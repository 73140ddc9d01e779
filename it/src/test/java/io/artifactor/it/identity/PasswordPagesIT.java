package io.artifactor.it.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.RunningServer;
import io.artifactor.it.ServerTest;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People choose passwords, in a real browser. */
class PasswordPagesIT extends ServerTest {

    private static final String CHOSEN = "a password chosen in a page";

    private static String url(String path) {
        return RunningServer.stack().url() + path;
    }

    private static TestingUser userWith(Map<String, Object> patch) {
        TestingUser user = newUser();
        as(administrator())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(patch)
                .patch("/users/" + as(user).get("/auth/me").path("id"))
                .then()
                .statusCode(200);
        return user;
    }

    private static void signIn(Page page, TestingUser user, String password) {
        page.navigate(url("/sign-in/"));
        SignInPage.send(page, user.username(), password);
    }

    private static void choose(Page page, String password, String again) {
        page.locator("[name=newPassword]:visible").fill(password);
        page.locator("#again").fill(again);
        page.locator("button:visible").click();
    }

    @Test
    void whoForgotThePasswordChoosesAnotherByALink() {
        String address = "forgetful-" + System.nanoTime() + "@example.org";
        TestingUser user = userWith(Map.of("email", address));
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/sign-in/"));
            page.getByText("Password forgotten?").click();
            page.locator("[name=login]").fill(address);
            page.getByText("Send me a link").click();
            assertThat(page.locator("#said")).containsText("a link is on its way");

            String link = url("/reset-password/#token=" + Mailbox.token(address, 1));
            page = browser.page();
            page.navigate(link);
            assertThat(page.url()).doesNotContain("token");
            choose(page, CHOSEN, CHOSEN + "?");
            assertThat(page.locator("#said")).isHidden();
            choose(page, "passwordpassword", "passwordpassword");
            assertThat(page.locator("#refusal")).containsText("The new password is one of those");
            choose(page, CHOSEN, CHOSEN);
            assertThat(page.locator("#said")).containsText("Your password is changed");

            page = browser.page();
            page.navigate(link);
            choose(page, CHOSEN + " again", CHOSEN + " again");
            assertThat(page.locator("#refusal")).containsText("The link is not valid any more");

            signIn(page, user, CHOSEN);
            assertThat(page.locator("#who")).containsText("Signed in as");
        }
    }

    @Test
    void whoMustHaveAPasswordOfTheirOwnChoosesItFirst() {
        String given = "a password given by somebody";
        TestingUser user = userWith(Map.of("password", given));
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            signIn(page, user, given);
            assertThat(page.locator("#required")).isVisible();
            page.locator("[name=currentPassword]").fill("not the password given");
            choose(page, CHOSEN, CHOSEN);
            assertThat(page.locator("#refusal")).containsText("The current password is not right");
            page.locator("[name=currentPassword]").fill(given);
            choose(page, CHOSEN, CHOSEN);

            assertThat(page.locator("#who")).containsText("Signed in as");
        }
    }

    @Test
    void whoMustHaveAPasswordOfTheirOwnMaySignOutInstead() {
        String given = "a password given by somebody";
        TestingUser user = userWith(Map.of("password", given));
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            signIn(page, user, given);
            assertThat(page.locator("#required")).isVisible();
            page.locator("#sign-out").click();
            page.waitForURL(url("/sign-in/"));

            page.navigate(url("/password/"));
            page.waitForURL(url("/sign-in/"));
        }
    }

    @Test
    void strangersAreSentToSignIn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url("/password/"));
            page.waitForURL(url("/sign-in/"));

            assertThat(page.locator("#form button")).isVisible();
        }
    }
}
