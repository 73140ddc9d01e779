package io.artifactor.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Spectral, which finds what is not well written in a description, in the version that {@code lint}
 * beside these tests says.
 */
final class Spectral {

    private static final Path HOME = Path.of("lint").toAbsolutePath();
    private static final Path RULES = Path.of("..", "docs", "api", ".spectral.yaml");
    private static final int MINUTES = 5;

    /** How it ends when it finds something; beyond, it could not look. */
    private static final int FOUND = 1;

    private Spectral() {}

    /** Whether there is Node.js to run it with. */
    static boolean canRun() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    }

    /** Everything it finds in the file, each as "rule at place: message". */
    static List<String> findings(Path description) {
        install();
        Ran ran =
                run(
                        HOME.resolve("node_modules/.bin/spectral").toString(),
                        "lint",
                        "--quiet",
                        "--fail-on-unmatched-globs",
                        "--format=json",
                        "--ruleset=" + RULES.toAbsolutePath().normalize(),
                        description.toAbsolutePath().normalize().toString());
        if (ran.code() > FOUND) {
            throw new IllegalStateException("Spectral failed: " + ran);
        }
        try {
            List<String> findings = new ArrayList<>();
            for (JsonNode finding : new ObjectMapper().readTree(ran.output())) {
                List<String> place = new ArrayList<>();
                finding.path("path").forEach(step -> place.add(step.asText()));
                findings.add(
                        "%s at %s: %s"
                                .formatted(
                                        finding.path("code").asText(),
                                        String.join(" ", place),
                                        finding.path("message").asText()));
            }
            return findings;
        } catch (IOException e) {
            throw new IllegalStateException("Spectral failed: " + ran, e);
        }
    }

    /** Takes nothing from anywhere if what the lock file names is there already. */
    private static void install() {
        Path installed = HOME.resolve("node_modules/.package-lock.json");
        Path wanted = HOME.resolve("package-lock.json");
        try {
            if (Files.exists(installed)
                    && Files.getLastModifiedTime(installed)
                                    .compareTo(Files.getLastModifiedTime(wanted))
                            >= 0) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Packages need not run anything of theirs to be installed.
        Ran ran = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (ran.code() != 0) {
            throw new IllegalStateException("npm ci failed: " + ran);
        }
    }

    private record Ran(int code, String output, String errors) {}

    private static Ran run(String... command) {
        try {
            Path output = Files.createTempFile(Path.of("target"), "spectral", ".out");
            Path errors = Files.createTempFile(Path.of("target"), "spectral", ".err");
            Process process =
                    new ProcessBuilder(command)
                            .directory(HOME.toFile())
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile())
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(List.of(command) + " did not end");
            }
            Ran ran =
                    new Ran(
                            process.exitValue(),
                            Files.readString(output),
                            Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
