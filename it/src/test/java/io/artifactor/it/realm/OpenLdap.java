package io.artifactor.it.realm;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An OpenLDAP of the tests' own, in which somebody may read and nobody else sees anything. */
final class OpenLdap implements DirectoryServer {

    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private static final Path SCHEMAS = Path.of("/etc/ldap/schema");
    private static final Path MODULES = Path.of("/usr/lib/ldap");
    private static final String ADMIN = "cn=admin," + TestingDirectory.BASE;
    private static final String ADMIN_PASSWORD = "admin of the directory";

    private final Path folder;
    private final Path configuration;
    private final int port = TestingKeycloak.freePort();
    private @Nullable Process process;

    OpenLdap(Path folder) throws IOException {
        this(folder, "", "");
    }

    /** One in which people's entries name their groups, and groups do not tell who is in them. */
    static OpenLdap withMemberOf(Path folder) throws IOException {
        return new OpenLdap(
                folder,
                "moduleload memberof",
                """
                overlay memberof
                access to attrs=member
                    by * none
                """);
    }

    private OpenLdap(Path folder, String modules, String rules) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("data"));
        configuration =
                Files.writeString(folder.resolve("slapd.conf"), configuration(modules, rules));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "slapd"));
        start();
    }

    /** Whether it is installed, as Debian's package slapd puts it. */
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isDirectory(SCHEMAS);
    }

    private String configuration(String modules, String rules) {
        return """
        include %1$s/core.schema
        include %1$s/cosine.schema
        include %1$s/inetorgperson.schema
        modulepath %2$s
        moduleload back_mdb
        %8$s
        pidfile %3$s/slapd.pid
        argsfile %3$s/slapd.args
        database mdb
        maxsize 16777216
        suffix "%4$s"
        rootdn "%5$s"
        rootpw "%6$s"
        directory %3$s/data
        index objectClass,uid,cn,member eq
        %9$s
        access to attrs=userPassword
            by anonymous auth
            by * none
        access to *
            by dn.exact="%7$s" read
            by anonymous auth
            by * none
        """
                .formatted(
                        SCHEMAS,
                        MODULES,
                        folder,
                        TestingDirectory.BASE,
                        ADMIN,
                        ADMIN_PASSWORD,
                        TestingDirectory.READER,
                        modules,
                        rules);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void change(Change change) throws LDAPException {
        try (LDAPConnection connection =
                new LDAPConnection("127.0.0.1", port, ADMIN, ADMIN_PASSWORD)) {
            change.apply(connection);
        }
    }

    @Override
    public void start() {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "setpriv",
                        "--pdeathsig",
                        "KILL",
                        PROGRAM.toString(),
                        // Told what to write, it stays in front.
                        "-d",
                        "0",
                        "-f",
                        configuration.toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("slapd.log").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("OpenLDAP is ready; see " + folder)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    change(directory -> {});
                    return true;
                });
    }

    @Override
    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }
}
