package io.artifactor.it.identity;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.artifactor.it.RunningServer;
import io.artifactor.it.SignInPage;
import io.artifactor.it.TestingUser;

/** The page on which people see and end what is open to their account. */
final class SignInsPage {

    static final String PATH = "/sign-ins/";

    private SignInsPage() {}

    static String url(String path) {
        return RunningServer.stack().url() + path;
    }

    /** Signs in, and opens the page. */
    static Page open(Page page, TestingUser user) {
        signIn(page, user);
        page.getByText("Sign-ins and tokens").click();
        page.locator("#lists").waitFor();
        return page;
    }

    static void signIn(Page page, TestingUser user) {
        page.navigate(url("/sign-in/"));
        SignInPage.send(page, user.username(), user.password());
        page.locator("#sign-out").waitFor();
    }

    /** What one of the lists has of that text. */
    static Locator entries(Page page, String list, String text) {
        return page.locator("#" + list + " li")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    static Locator entries(Page page, String list) {
        return page.locator("#" + list + " li");
    }
}
