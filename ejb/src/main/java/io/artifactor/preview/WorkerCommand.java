package io.artifactor.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a worker is started, with as much of a fence as this machine has: limits of address space,
 * processor time and files by {@code prlimit}, no network by {@code unshare}. Without those there
 * are still the JVM's own limits and the time by the clock.
 *
 * @param program what follows the JVM's options: class path and main class, or a jar
 */
public record WorkerCommand(List<String> fence, List<String> program) {

    private static final List<String> LIMITS =
            List.of(
                    "/usr/bin/prlimit",
                    "--as=3221225472",
                    "--cpu=900",
                    "--fsize=268435456",
                    "--nofile=256",
                    "--core=0");

    private static final List<String> NO_NETWORK =
            List.of("/usr/bin/unshare", "--user", "--map-root-user", "--net");

    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx128m",
                    "-Xss1m",
                    "-XX:MaxMetaspaceSize=96m",
                    "-XX:CompressedClassSpaceSize=48m",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-XX:MaxDirectMemorySize=32m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    "-XX:-UsePerfData",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-Djavax.xml.accessExternalDTD=",
                    "-Djavax.xml.accessExternalSchema=");

    public WorkerCommand {
        fence = List.copyOf(fence);
        program = List.copyOf(program);
    }

    /** Asks this machine once what it can do. */
    public static WorkerCommand of(List<String> program) {
        List<String> fence = new ArrayList<>();
        for (List<String> part : List.of(LIMITS, NO_NETWORK)) {
            if (works(part)) {
                fence.addAll(part);
            }
        }
        return new WorkerCommand(fence, program);
    }

    List<String> words(Path folder) {
        List<String> words = new ArrayList<>(fence);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(OPTIONS);
        words.add("-Djava.io.tmpdir=" + folder);
        // Else it keeps a list of fonts in somebody's home.
        words.add("-Duser.home=" + folder);
        words.addAll(program);
        return words;
    }

    private static boolean works(List<String> part) {
        if (!Files.isExecutable(Path.of(part.get(0)))) {
            return false;
        }
        List<String> attempt = new ArrayList<>(part);
        attempt.add("/bin/true");
        try {
            Process process =
                    new ProcessBuilder(attempt)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
