package io.artifactor.it;

import com.microsoft.playwright.Page;

/** The form of the server's own sign-in. */
public final class SignInPage {

    private SignInPage() {}

    /** Fills it in on the page that shows it, and sends it. */
    public static void send(Page page, String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#form button").click();
    }
}
