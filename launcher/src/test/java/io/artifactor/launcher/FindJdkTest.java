package io.artifactor.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script all commands share, tried with folders that look like JDKs. */
class FindJdkTest {
    @TempDir Path temporary;
    private Path places;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void emptyPlaces() throws IOException {
        places = Files.createDirectory(temporary.resolve("places"));
        environment.put("JDK_PLACES", places.toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", temporary.toString());
    }

    @Test
    void aJavaHomeThatWillDoIsTaken() throws Exception {
        jdk(places.resolve("jdk-25"), "25.0.1");
        environment.put("JAVA_HOME", jdk(temporary.resolve("mine"), "21.0.9").toString());

        assertThat(find()).isEqualTo(temporary.resolve("mine") + "\n");
    }

    @Test
    void aJavaHomeTooOldIsNamedAndPassedOver() throws Exception {
        Path jdk25 = jdk(places.resolve("jdk-25"), "25");
        Path old = jdk(temporary.resolve("old"), "17.0.18");
        environment.put("JAVA_HOME", old.toString());
        environment.put("PATH", old.resolve("bin") + ":/usr/bin:/bin");

        assertThat(find()).contains(old + ") is no JDK 21 or later").endsWith(jdk25 + "\n");
    }

    @Test
    void theJavacOnThePathIsFollowedThroughItsLinks() throws Exception {
        Path jdk = jdk(temporary.resolve("linked"), "22.0.2");
        Path links = Files.createDirectory(temporary.resolve("links"));
        Files.createSymbolicLink(links.resolve("second"), jdk.resolve("bin/javac"));
        Files.createSymbolicLink(links.resolve("javac"), Path.of("second"));
        environment.put("PATH", links + ":/usr/bin:/bin");

        assertThat(find()).isEqualTo(jdk.toRealPath() + "\n");
    }

    @Test
    void theTestedVersionIsPreferredAmongThoseLyingAround() throws Exception {
        environment.put("PATH", oldOnPath() + ":/usr/bin:/bin");
        jdk(places.resolve("a-21"), "21.0.1");
        Path tested = jdk(places.resolve("b-25"), "25.0.2");
        jdk(places.resolve("c-26"), "26-ea");

        assertThat(find()).isEqualTo(tested + "\n");
    }

    @Test
    void otherwiseTheLowestThatWillDoIsTaken() throws Exception {
        environment.put("PATH", oldOnPath() + ":/usr/bin:/bin");
        jdk(places.resolve("a-8"), "1.8.0_402");
        jdk(places.resolve("b-26"), "26.0.1");
        Path lowest = jdk(places.resolve("c-22"), "22");
        Files.createDirectory(places.resolve("no-jdk"));

        assertThat(find()).isEqualTo(lowest + "\n");
    }

    @Test
    void withoutAnyTheReasonIsSaid() throws Exception {
        environment.put("PATH", oldOnPath() + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", jdk(temporary.resolve("old"), "1.8.0_402").toString());

        assertThat(find())
                .contains("needs a JDK 21 or later", temporary.resolve("old") + ": version 8.")
                .endsWith("failed\n");
    }

    /** Hides a JDK the machine itself may have on its path. */
    private Path oldOnPath() throws IOException {
        return jdk(temporary.resolve("on-path"), "17.0.1").resolve("bin");
    }

    private static Path jdk(Path home, String version) throws IOException {
        Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(javac, "#!/bin/sh\n");
        Files.setPosixFilePermissions(javac, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private String find() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                ". \"$0\"; find_jdk && echo \"$JAVA_HOME\" || echo failed",
                                script())
                        .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private static String script() {
        return Installation.find().home().resolve("launcher/scripts/find-jdk.sh").toString();
    }
}
