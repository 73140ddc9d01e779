package io.artifactor.it.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.artifactor.it.identity.SignInsPage.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Page;
import io.artifactor.it.Browser;
import io.artifactor.it.RunningServer;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People make, look through and revoke their personal access tokens, in a real browser. */
class TokensPageIT extends FactorTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='taken'\">";

    private final TestingUser user = newUser();

    /** Makes one that may read alone, and gives what is shown of it. */
    private static String make(Page page, String name) {
        page.locator("#make [name=name]").fill(name);
        page.locator("#make [value=write]").uncheck();
        page.locator("#make [name=days]").fill("7");
        page.locator("#make button").click();
        assertThat(page.locator("#secret")).containsText("art_");
        return page.locator("#secret").textContent();
    }

    private static void quietFor(TestingUser user, String time) throws SQLException {
        Rows.execute(
                "update refresh_token set started_at = started_at - ?::interval where user_id = "
                        + OF_NAME,
                time,
                user.username());
    }

    private static Response tokens(TestingUser user) {
        return as(user).get("/auth/tokens");
    }

    @Test
    void aTokenIsMadeUsedAndRevoked() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            assertThat(page.locator("#no-tokens")).isVisible();

            String token = make(page, "laptop");

            assertThat(me(token)).isEqualTo(200);
            tokens(user).then().body("items[0].scopes", equalTo(List.of("read")));
            Instant end = Instant.parse(tokens(user).path("items[0].expiresAt"));
            assertThat(Duration.between(Instant.now(), end))
                    .isBetween(Duration.ofDays(7).minusMinutes(10), Duration.ofDays(7));
            page.reload();
            assertThat(entries(page, "tokens", "laptop")).containsText("May read");
            assertThat(entries(page, "tokens", "laptop")).not().containsText("Last used never");

            entries(page, "tokens", "laptop").getByText("Revoke").click();

            assertThat(page.locator("#status")).hasText("laptop is revoked.");
            assertThat(page.locator("#no-tokens")).isVisible();
            assertThat(me(token)).isEqualTo(401);
        }
    }

    @Test
    void aTokenIsShownOnce() {
        try (Browser browser = Browser.open()) {
            browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = SignInsPage.open(browser.page(), user);
            String token = make(page, "laptop");

            page.locator("#copy").click();
            assertThat(page.locator("#copy")).hasText("Copied");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(token);

            page.locator("#kept").click();
            assertThat(page.locator("#made")).isHidden();
            assertThat(page.content()).doesNotContain(token);
            page.reload();
            assertThat(entries(page, "tokens", "laptop")).hasCount(1);
            assertThat(page.content()).doesNotContain(token);
        }
    }

    @Test
    void whoLeavesThePageAndComesBackSeesTheTokenNoMore() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            String token = make(page, "laptop");

            page.getByText("Second factor").click();
            page.locator("#keys").waitFor();
            page.goBack();

            assertThat(entries(page, "tokens", "laptop")).hasCount(1);
            assertThat(page.content()).doesNotContain(token);
        }
    }

    @Test
    void aNameIsTextAndNothingElse() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);

            make(page, HOSTILE);

            assertThat(page.locator("#title-of-made")).hasText("The token " + HOSTILE);
            assertThat(entries(page, "tokens", HOSTILE)).hasCount(1);
            assertThat(page.locator("img")).hasCount(0);
        }
    }

    @Test
    void whatIsPressedTwiceMakesOne() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            page.locator("#make [name=name]").fill("once");

            page.locator("#make button").dblclick();

            assertThat(entries(page, "tokens", "once")).hasCount(1);
            tokens(user).then().body("items", hasSize(1));
        }
    }

    @Test
    void aRefusalIsToldInWords() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            page.locator("#make [name=name]").fill("good for nothing");
            page.locator("#make [value=read]").uncheck();
            page.locator("#make [value=write]").uncheck();

            page.locator("#make button").click();

            assertThat(page.locator("#refusal")).containsText("What it may do must contain read");
            assertThat(page.locator("#refusal")).isInViewport();
            assertThat(page.locator("#made")).isHidden();
        }
    }

    @Test
    void anOldSignInIsAskedForThePasswordAndGoesOn() throws SQLException {
        Protected owner = protect(user);
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(SignInsPage.url("/sign-in/"));
            SignInPage.send(page, user.username(), user.password());
            page.locator("#code").fill(owner.phone().code());
            page.locator("#form button").click();
            page.getByText("Sign-ins and tokens").click();
            page.locator("#make [name=name]").fill("asked for");
            quietFor(user, "20 minutes");

            page.locator("#make button").click();
            page.locator("#again [name=password]").fill("not the password");
            page.locator("#again [name=code]").fill(owner.recoveryCodes().getFirst());
            page.locator("#again button:not([type])").click();
            assertThat(page.locator("#refusal")).containsText("The password is not right");
            page.locator("#again [name=password]").fill(user.password());
            page.locator("#again button:not([type])").click();

            assertThat(page.locator("#title-of-made")).hasText("The token asked for");
            assertThat(me(page.locator("#secret").textContent())).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotGiveThePasswordChangesNothing() throws SQLException {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            quietFor(user, "20 minutes");

            page.locator("#end-others").click();
            page.locator("#not-now").click();

            assertThat(entries(page, "sessions")).hasCount(2);
            assertThat(me(user.token())).isEqualTo(200);
        }
    }

    @Test
    void scopesOfAdministratorsAreOfferedToThemAlone() {
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);
            assertThat(page.locator("#choice-admin")).isHidden();
            assertThat(page.locator("#choice-scim")).isHidden();
        }
        TestingUser administrator =
                new TestingUser(RunningServer.ADMIN, RunningServer.ADMIN_PASSWORD, "");
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), administrator);
            assertThat(page.locator("#choice-admin")).isVisible();
            assertThat(page.locator("#choice-scim")).isVisible();
        }
    }

    @Test
    void aTokenThatHasEndedSaysSo() throws SQLException {
        as(user).contentType(ContentType.JSON)
                .body(Map.of("name", "old", "expiresAt", Instant.now().plusSeconds(60).toString()))
                .post("/auth/tokens")
                .then()
                .statusCode(201);
        Rows.execute(
                "update personal_token set expires_at = now() - interval '1 day' where user_id = "
                        + OF_NAME,
                user.username());
        try (Browser browser = Browser.open()) {
            Page page = SignInsPage.open(browser.page(), user);

            assertThat(entries(page, "tokens", "old")).containsText("Ended");
        }
    }
}
