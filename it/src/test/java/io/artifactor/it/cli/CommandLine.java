package io.artifactor.it.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the shipped jar as a process of its own, with a configuration folder of its own. */
final class CommandLine {

    private static final Path JAR = Path.of("..", "cli", "target", "artifactor-cli.jar");
    private static final Path CLASSES = Path.of("target", "artifactor-cli.jsa");

    private final Path folder;
    private final String server;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * @param folder for the configuration and for what the process says
     */
    CommandLine(Path folder, String server) {
        this.folder = folder;
        this.server = server;
    }

    /** The same with an environment variable. */
    CommandLine with(String variable, String value) {
        CommandLine other = new CommandLine(folder, server);
        other.environment.putAll(environment);
        other.environment.put(variable, value);
        return other;
    }

    /** Where it works. */
    Path folder() {
        return folder;
    }

    Result run(String... arguments) {
        return runWith("", arguments);
    }

    /** Runs it with something to read on its standard input. */
    Result runWith(String input, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the script in the root starts it: the start is most of its life.
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        // What the first one loaded and checked the others take as it is, in half the time;
        // quietly,
        // because what is said of it would stand among what the command says.
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + CLASSES.toAbsolutePath());
        command.add("-Xlog:disable");
        command.add("-jar");
        command.add(JAR.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ARTIFACTOR_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("ARTIFACTOR_URL", server);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            int code = process.waitFor();
            return new Result(code, Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How the process ended, and what it said. */
    record Result(int code, String out, String err) {}
}
