package io.artifactor.it.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.artifactor.it.identity.SignInsPage.entries;
import static io.artifactor.it.identity.SignInsPage.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.ServerTest;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** People look through their sign-ins and known devices and end them, in a real browser. */
class SignInsPageIT extends ServerTest {

    /**
     * What a program may call itself, and would be run if it came into a page as anything but text.
     */
    private static final String HOSTILE = "<img/src=x/onerror=document.title='taken'>";

    private final TestingUser user = newUser();

    private static void leadsToSignIn(Page page) {
        page.navigate(url(SignInsPage.PATH));
        page.waitForURL(url("/sign-in/"));
    }

    private static Object width(Page page) {
        return page.evaluate("document.documentElement.scrollWidth");
    }

    private static void end(Locator session) {
        session.getByText("End", new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static int statusOf(TestingUser user) {
        return as(user).get("/auth/me").statusCode();
    }

    @Test
    void anotherBrowserIsSignedOut() {
        try (Browser browser = Browser.open()) {
            Page other = SignInsPage.open(browser.elsewhere(HOSTILE), user);
            Page page = SignInsPage.open(browser.page(), user);
            assertThat(entries(page, "sessions")).hasCount(3);
            Locator ended = entries(page, "sessions", HOSTILE);

            end(ended);

            assertThat(page.locator("#status")).hasText(HOSTILE + " is signed out.");
            assertThat(ended).hasCount(0);
            leadsToSignIn(other);
            page.reload();
            assertThat(entries(page, "sessions")).hasCount(2);
            assertThat(entries(page, "sessions", "this one")).hasCount(1);
            assertThat(statusOf(user)).isEqualTo(200);
        }
    }

    @Test
    void whatADeviceCallsItselfIsTextAndNothingElse() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.elsewhere(HOSTILE), user);

            assertThat(entries(page, "sessions", HOSTILE)).hasCount(1);
            assertThat(entries(page, "devices", HOSTILE)).hasCount(1);
            assertThat(page.locator("img")).hasCount(0);
        }
    }

    @Test
    void allOthersAreEndedAtOnce() {
        try (Browser browser = Browser.open()) {
            Page other = SignInsPage.open(browser.elsewhere("somewhere/1.0"), user);
            Page page = SignInsPage.open(browser.page(), user);

            page.locator("#end-others").click();

            assertThat(entries(page, "sessions")).hasCount(1);
            assertThat(entries(page, "sessions")).containsText("this one");
            assertThat(page.locator("#end-others")).isHidden();
            assertThat(statusOf(user)).isEqualTo(401);
            leadsToSignIn(other);
            page.reload();
            assertThat(entries(page, "sessions")).hasCount(1);
        }
    }

    @Test
    void endingThisOneSignsOut() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);

            entries(page, "sessions", "this one").getByText("Sign out").click();

            page.waitForURL(url("/sign-in/"));
            leadsToSignIn(page);
            as(user).get("/auth/sessions").then().body("items", hasSize(1));
        }
    }

    @Test
    void strangersAreSentToSignInAndComeBack() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            leadsToSignIn(page);

            SignInPage.send(page, user.username(), user.password());

            page.waitForURL(url(SignInsPage.PATH));
            assertThat(entries(page, "sessions")).hasCount(2);
        }
    }

    @Test
    void whoWasSignedOutMeanwhileIsSentToSignIn() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            as(user).delete("/auth/sessions").then().statusCode(204);

            page.locator("#end-others").click();

            page.waitForURL(url("/sign-in/"));
        }
    }

    @Test
    void whatEndedMeanwhileIsGoneFromTheList() {
        try (Browser browser = Browser.open()) {
            SignInsPage.open(browser.elsewhere("somewhere/1.0"), user);
            Page page = SignInsPage.open(browser.page(), user);
            String other =
                    as(user).get("/auth/sessions")
                            .path("items.find { it.device == 'somewhere/1.0' }.id");
            as(user).delete("/auth/sessions/" + other).then().statusCode(204);

            end(entries(page, "sessions", "somewhere/1.0"));

            assertThat(page.locator("#status")).hasText("somewhere/1.0 is signed out.");
            assertThat(page.locator("#refusal")).isEmpty();
            assertThat(entries(page, "sessions", "somewhere/1.0")).hasCount(0);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsTold() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            page.context().setOffline(true);

            page.locator("#end-others").click();
            assertThat(page.locator("#refusal")).containsText("The server does not answer");

            page.context().setOffline(false);
            page.locator("#end-others").click();
            assertThat(entries(page, "sessions")).hasCount(1);
            assertThat(page.locator("#refusal")).isEmpty();
        }
    }

    @Test
    void theKeyboardGoesOnWhereItWas() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);

            page.locator("#end-others").press("Enter");

            assertThat(page.locator("#status")).hasText("All other sign-ins have ended.");
            assertThat(page.locator("#title-of-sessions")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(entries(page, "sessions").getByText("Sign out")).isFocused();
        }
    }

    @Test
    void timesAreReadByPeopleAndPrograms() {
        String begun = as(user).get("/auth/sessions").path("items[0].startedAt");
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);

            Locator time = page.locator("#sessions time[datetime='" + begun + "']").first();
            String shown =
                    (String)
                            time.evaluate(
                                    "shown => new Date(shown.dateTime).toLocaleString("
                                            + "undefined, { dateStyle: 'medium', timeStyle: 'short' })");
            assertThat(time).hasText(shown);
        }
    }

    @Test
    void aKnownDeviceIsForgotten() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.elsewhere("lost/1.0"), user);

            entries(page, "devices", "lost/1.0").getByText("Forget").click();

            assertThat(page.locator("#status")).hasText("lost/1.0 is forgotten.");
            entries(page, "devices").getByText("Forget").click();
            assertThat(page.locator("#no-devices")).isVisible();
            as(user).get("/auth/devices").then().body("items", empty());
        }
    }

    @Test
    void longListsAreShownByAndBy() throws SQLException {
        KnownDevices.add(user, 60);
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            Locator more = page.locator("#more-devices");
            assertThat(entries(page, "devices")).hasCount(10);

            more.click();
            assertThat(entries(page, "devices")).hasCount(20);
            assertThat(entries(page, "devices").nth(10)).isFocused();
            for (int shown = 30; shown <= 50; shown += 10) {
                more.click();
                assertThat(entries(page, "devices")).hasCount(shown);
            }
            assertThat(more).isHidden();
        }
    }

    @Test
    void aNarrowScreenShowsItWhole() {
        try (Browser browser = Browser.open()) {
            SignInsPage.open(browser.elsewhere("a".repeat(100)), user);
            Page page = browser.page();
            page.setViewportSize(360, 640);
            SignInsPage.open(page, user);
            assertThat(width(page)).isEqualTo(360);

            end(entries(page, "sessions", "aaa"));

            assertThat(page.locator("#status")).containsText("aaa");
            assertThat(width(page)).isEqualTo(360);
        }
    }
}
