package io.artifactor.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.artifactor.launcher.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the whole system once for all tests that use it, on free ports and an empty data folder,
 * and stops it after the last one.
 */
public final class RunningServer implements BeforeAllCallback {

    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** A page and a browser extension that may use the interface. */
    public static final String CORS_ORIGINS =
            "https://app.example.org, chrome-extension://abcdefghijklmnop";

    /** What stands in the server's list of breached passwords, and in no shipped one. */
    public static final String BREACHED = "seventeen green umbrellas";

    /** Of what a password must not be made here. */
    public static final String WORD_OF_HOUSE = "Umbrella Works";

    private static final Path BREACHED_PASSWORDS =
            Path.of("target", "breached-passwords").toAbsolutePath();

    /** More than all tests together make. */
    public static final long WORKSPACE_QUOTA = 1L << 40;

    // Takes whatever it is sent, on a free port, as long as the tests run.
    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private static volatile @Nullable Stack stack;
    private static volatile @Nullable TestingSyslog syslog;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningServer.class))
                .getOrComputeIfAbsent("stack", key -> start(), Stack.class);
    }

    /** The running system; only inside of tests that are extended by this class. */
    public static Stack stack() {
        Stack running = stack;
        if (running == null) {
            throw new IllegalStateException("Extend the test with RunningServer.");
        }
        return running;
    }

    /** Where the system's mail arrives. */
    public static GreenMail mail() {
        return MAIL;
    }

    /** Where the audit log is sent. */
    public static TestingSyslog syslog() {
        TestingSyslog running = syslog;
        if (running == null) {
            throw new IllegalStateException("Extend the test with RunningServer.");
        }
        return running;
    }

    /** The server's list of breached passwords. */
    public static Path breachedPasswords() {
        return BREACHED_PASSWORDS;
    }

    private static Path writeBreachedPasswords() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(BREACHED.getBytes(UTF_8));
            String line = HexFormat.of().withUpperCase().formatHex(hash) + ":17\r\n";
            Files.createDirectories(BREACHED_PASSWORDS.getParent());
            return Files.writeString(BREACHED_PASSWORDS, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stack start() {
        MAIL.start();
        Path folder = AnotherServer.emptyFolder("data-");
        TestingSyslog listening = TestingSyslog.start(AnotherServer.emptyFolder("syslog-"));
        syslog = listening;
        Stack started =
                Stack.over(folder)
                        .heap("512m")
                        .environment("ARTIFACTOR_ADMIN_PASSWORD", ADMIN_PASSWORD)
                        .environment("ARTIFACTOR_MAIL_HOST", "127.0.0.1")
                        .environment(
                                "ARTIFACTOR_MAIL_PORT", String.valueOf(MAIL.getSmtp().getPort()))
                        .environment("ARTIFACTOR_MAIL_SECURITY", "none")
                        .environment("ARTIFACTOR_AUDIT_SYSLOG", listening.address())
                        .environment(
                                "ARTIFACTOR_AUDIT_SYSLOG_CA", listening.certificate().toString())
                        .environment("ARTIFACTOR_STATEMENT_COUNT", "true")
                        // Tests come from anywhere they say; those that do not are not limited.
                        .environment("ARTIFACTOR_TRUSTED_PROXIES", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_RATE_LIMIT_EXEMPT", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_ADMIN_NETWORKS", "127.0.0.1,::1")
                        .environment("ARTIFACTOR_CORS_ORIGINS", CORS_ORIGINS)
                        .environment(
                                "ARTIFACTOR_BREACHED_PASSWORDS",
                                writeBreachedPasswords().toString())
                        .environment("ARTIFACTOR_PASSWORD_WORDS", "Springfield, " + WORD_OF_HOUSE)
                        .environment("ARTIFACTOR_QUOTA_WORKSPACE", String.valueOf(WORKSPACE_QUOTA))
                        // Another realm than the one whose people come to a server of their own.
                        .environment("ARTIFACTOR_SCIM_REALM", "saml")
                        .environment("ARTIFACTOR_SCIM_ISSUER", "https://idp.acme.example")
                        .start();
        stack = started;
        return started;
    }
}
