package io.artifactor.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where a build left the pieces that are started. Nothing below it is written to at run time,
 * except that the PostgreSQL archive is unpacked once.
 *
 * @param home the root of the checkout
 */
public record Installation(Path home) {
    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * The checkout this class was built in: named by the property {@code artifactor.home}, or found
     * from the class path.
     */
    public static Installation find() {
        String named = System.getProperty("artifactor.home");
        if (named != null) {
            return new Installation(Path.of(named));
        }
        for (Path folder = ownLocation(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("launcher/pom.xml"))) {
                return new Installation(folder);
            }
        }
        throw new StartFailure(
                "The checkout was not found from " + ownLocation() + "; set -Dartifactor.home.");
    }

    Path services() {
        return home.resolve("launcher/target/services");
    }

    Path postgresArchives() {
        return services().resolve("postgresql-" + version("postgresql") + "-archive");
    }

    String postgresFolderName() {
        return "postgresql-" + version("postgresql");
    }

    Path elasticsearch() {
        return services().resolve("elasticsearch-" + version("elasticsearch"));
    }

    Path liberty() {
        return home.resolve("ear/target/liberty/wlp");
    }

    /** What reads documents beside the server. */
    Path worker() {
        return home.resolve("worker/target/artifactor-worker.jar");
    }

    /** The JDK that runs the launcher runs everything else too. */
    Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    String version(String what) {
        Properties versions = new Properties();
        try (InputStream in = Installation.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new StartFailure("versions.properties is missing from the launcher's jar.");
            }
            versions.load(in);
        } catch (IOException e) {
            throw new StartFailure(
                    "versions.properties cannot be read from the launcher's jar.", e);
        }
        return versions.getProperty(what, "");
    }

    private static Path ownLocation() {
        try {
            return Path.of(
                    Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new StartFailure("The launcher cannot tell where it lies.", e);
        }
    }
}
