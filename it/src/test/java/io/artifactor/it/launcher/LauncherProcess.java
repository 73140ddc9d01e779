package io.artifactor.it.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.launcher.Addresses;
import io.artifactor.launcher.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One run of the launcher's jar over a data folder, as {@code ./start} runs it. */
final class LauncherProcess implements AutoCloseable {
    private final Process process;
    private final Path output;
    private final Path data;
    private final Addresses addresses;

    private LauncherProcess(Process process, Path output, Path data, Addresses addresses) {
        this.process = process;
        this.output = output;
        this.data = data;
        this.addresses = addresses;
    }

    static LauncherProcess start(Path data, Addresses addresses, String... options) {
        Path home = Installation.find().home();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dartifactor.home=" + home);
        command.addAll(
                List.of(
                        "-jar",
                        home.resolve("launcher/target/artifactor-launcher.jar").toString()));
        command.addAll(
                List.of("--data", data.toString(), "--port", String.valueOf(addresses.httpPort())));
        command.addAll(List.of("--db-port", String.valueOf(addresses.databasePort())));
        command.addAll(List.of("--es-port", String.valueOf(addresses.elasticsearchPort())));
        command.addAll(List.of(options));
        try {
            Path output = Files.createTempFile("launcher-", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ARTIFACTOR_"));
            return new LauncherProcess(builder.start(), output, data, addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LauncherProcess awaitOutput(String text) {
        Awaitility.await("the launcher to say: " + text)
                .atMost(Duration.ofMinutes(5))
                .until(() -> output().contains(text) || !process.isAlive());
        if (!output().contains(text)) {
            throw new AssertionError(
                    "The launcher ended before it said: " + text + "\n" + output());
        }
        return this;
    }

    String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All it has started, with what these have started. */
    List<ProcessHandle> descendants() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.toList();
        }
    }

    void signalTerm() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("The launcher does not end.\n" + output());
        }
        return process.exitValue();
    }

    Connection connect() throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + addresses.databasePort() + "/artifactor";
        String password = Files.readString(data.resolve("secrets/database"), UTF_8);
        return DriverManager.getConnection(url, "artifactor", password);
    }

    /** Kills it and waits until its children have followed, so that the folder can be deleted. */
    @Override
    public void close() {
        List<ProcessHandle> children = descendants();
        kill();
        Awaitility.await("the launcher's children to end")
                .atMost(Duration.ofMinutes(1))
                .until(() -> children.stream().noneMatch(LauncherProcess::runs));
    }

    /** Zombies wait for process 1 to bury them and are no orphans that run. */
    static boolean runs(ProcessHandle handle) {
        try {
            String stat =
                    Files.readString(Path.of("/proc", String.valueOf(handle.pid()), "stat"), UTF_8);
            return handle.isAlive() && !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
