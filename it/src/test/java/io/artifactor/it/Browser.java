package io.artifactor.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium as it is installed on the machine, without a window and with nothing from before. The
 * build downloads no browser.
 */
public final class Browser implements AutoCloseable {

    /** In milliseconds. */
    private static final double SOON = 60_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final BrowserContext context;

    private Browser(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setArgs(List.of("--no-sandbox")));
        context = context(new com.microsoft.playwright.Browser.NewContextOptions());
        // What a page is to show, a busy machine shows later than in the five seconds of a default.
        PlaywrightAssertions.setDefaultAssertionTimeout(SOON);
    }

    /** Starts it; skips the test where there is none, unless one is required. */
    public static Browser open() {
        Optional<Path> program =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (!Boolean.getBoolean("it.browser.required")) {
            assumeTrue(program.isPresent(), "There is no Chromium on this machine");
        }
        try {
            // Playwright unpacks itself there, and cleans up after itself.
            Path folder = Files.createDirectories(Path.of("target/playwright")).toAbsolutePath();
            System.setProperty("playwright.driver.tmpdir", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Browser(program.orElseThrow());
    }

    private BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        // Certificates of the tests are known to nobody.
        BrowserContext made = chromium.newContext(options.setIgnoreHTTPSErrors(true));
        made.setDefaultTimeout(SOON);
        return made;
    }

    public Page page() {
        return context.newPage();
    }

    /**
     * A page of somebody else's browser, which calls itself so and shares nothing with this one.
     */
    public Page elsewhere(String userAgent) {
        return context(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setUserAgent(userAgent))
                .newPage();
    }

    public BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        chromium.close();
        playwright.close();
    }
}
