package io.artifactor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Open Liberty with the packaged EAR. The build's server folder is only read; logs, caches, keys
 * and the transaction log go to the data folder, so that several stacks run from one build.
 *
 * <p>{@code server run} replaces itself with the JVM: the process started here is the JVM.
 */
final class ApplicationServer implements Runner {
    private static final String NAME = "artifactor";

    /** The application did not start, and never will: no reason to wait for its health. */
    private static final Pattern HOPELESS =
            Pattern.compile(".*\\b(CWWKZ0002E|CWWKZ0004E|CWWKZ0013E)\\b.*");

    private static final Pattern REASON =
            Pattern.compile("^(\\[ERROR|Caused by|\\{.*\"loglevel\":\"(ERROR|FATAL)\")");
    private static final int LONGEST_REASON = 400;

    /** Of the launching shell's environment, what would lead Liberty elsewhere. */
    private static final Set<String> NOT_INHERITED =
            Set.of("JRE_HOME", "LOG_FILE", "PID_FILE", "SERVER_WORKING_DIR", "WLP_SKIP_UMASK");

    private final Installation installation;
    private final DataFolder folder;
    private final Confinement confinement;
    private final Settings settings;
    private final Consumer<Map<String, String>> neighbours;

    /**
     * @param neighbours adds to an environment where the database and Elasticsearch of this stack
     *     are
     */
    ApplicationServer(
            Settings settings,
            DataFolder folder,
            Confinement confinement,
            Consumer<Map<String, String>> neighbours) {
        this.installation = settings.installation();
        this.settings = settings;
        this.folder = folder;
        this.confinement = confinement;
        this.neighbours = neighbours;
    }

    @Override
    public Child launch() {
        Path program = installation.liberty().resolve("bin/server");
        Path configuration = installation.liberty().resolve("usr/servers").resolve(NAME);
        if (Files.notExists(program) || Files.notExists(configuration.resolve("server.xml"))) {
            throw new StartFailure(
                    "The server is not in " + configuration + ": build first (./start does).");
        }
        try {
            dropCachesOfAnotherBuild();
            // Killed rather than asked: with the launcher gone its database is going too, and a
            // crash loses nothing.
            List<String> command =
                    confinement.bound(Signal.KILL, List.of(program.toString(), "run", NAME));
            ProcessBuilder builder = new ProcessBuilder(command);
            fill(builder.environment());
            return Child.start(Part.SERVER, builder, folder.log("server"));
        } catch (IOException e) {
            throw new StartFailure(
                    "The server cannot be prepared in " + folder.work() + ": " + e, e);
        }
    }

    @Override
    public boolean isReady(Child child) {
        String output = child.output();
        if (HOPELESS.matcher(output).find()) {
            throw new StartFailure(
                    "The application did not start. From %s:%n%s"
                            .formatted(child.log(), reasons(output)));
        }
        return Probe.of(settings.addresses().httpUrl() + "/health/ready").succeeds();
    }

    /** The lines that say why, without the stacks between them. */
    static String reasons(String output) {
        return output.lines()
                .filter(line -> REASON.matcher(line).find())
                .map(line ->
                        line.length() <= LONGEST_REASON
                                ? line
                                : line.substring(0, LONGEST_REASON) + "…")
                .distinct()
                .limit(12)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<Child.Farewell> farewells(boolean wasReady) {
        // While it starts, Liberty does not stop before it has waited for its own start in vain.
        Duration patience = wasReady ? Duration.ofSeconds(40) : Duration.ofSeconds(3);
        return List.of(new Child.Farewell(Signal.TERM, patience));
    }

    private void fill(Map<String, String> environment) throws IOException {
        environment
                .keySet()
                .removeIf(name -> NOT_INHERITED.contains(name) || name.startsWith("WLP_"));
        environment.put("JAVA_HOME", installation.javaHome().toString());
        environment.put("WLP_USER_DIR", installation.liberty().resolve("usr").toString());
        environment.put("WLP_OUTPUT_DIR", folder.work().toString());
        environment.put("LOG_DIR", folder.logs().toString());
        environment.put("X_LOG_DIR", folder.logs().toString());
        environment.put("VARIABLE_SOURCE_DIRS", variables().toString());
        environment.put("JVM_ARGS", jvmArguments(environment.getOrDefault("JVM_ARGS", "")));
        Addresses addresses = settings.addresses();
        environment.put(
                "ARTIFACTOR_HTTP_HOST", addresses.onAllInterfaces() ? "*" : addresses.httpHost());
        environment.put("ARTIFACTOR_HTTP_PORT", String.valueOf(addresses.httpPort()));
        Integer https = addresses.httpsPort();
        if (https != null) {
            environment.put("ARTIFACTOR_HTTPS_PORT", https.toString());
        } else {
            environment.remove("ARTIFACTOR_HTTPS_PORT");
        }
        environment.put("ARTIFACTOR_DATA", folder.root().toString());
        if (Files.exists(installation.worker())) {
            environment.putIfAbsent("ARTIFACTOR_WORKER_JAR", installation.worker().toString());
        }
        neighbours.accept(environment);
        environment.putAll(settings.server().environment());
        setLogFormat(environment);
    }

    /** Told before the server reads its configuration, so that its first lines are like all. */
    static void setLogFormat(Map<String, String> environment) {
        String format = environment.getOrDefault("ARTIFACTOR_LOG_FORMAT", "text");
        switch (format) {
            case "text" -> {}
            case "json" -> {
                environment.put("WLP_LOGGING_MESSAGE_FORMAT", "json");
                environment.put("WLP_LOGGING_CONSOLE_FORMAT", "json");
            }
            default ->
                    throw new StartFailure(
                            "ARTIFACTOR_LOG_FORMAT must be text or json, and is " + format);
        }
    }

    /**
     * The keystore in the data folder outlives builds, and each build of the server makes up a new
     * password for it; this one overrides it. Liberty reads one file per variable.
     */
    private Path variables() throws IOException {
        Path variables = folder.secretFile("variables");
        Files.createDirectories(variables);
        folder.secret("variables/keystore_password");
        return variables;
    }

    /**
     * The server script evaluates this as shell words, after the options of jvm.options, so that
     * ours win.
     */
    private String jvmArguments(String inherited) {
        String options =
                settings.server().jvmOptions().stream()
                        .map(option -> "'" + option.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        return (inherited + " -Xmx" + settings.server().heap() + " " + options).strip();
    }

    /** Liberty's caches name files of the build they were made by. */
    private void dropCachesOfAnotherBuild() throws IOException {
        Path mark = folder.work().resolve("made-by");
        String build = installation.liberty().toRealPath().toString();
        if (Files.exists(mark) && Files.readString(mark).equals(build)) {
            return;
        }
        Folders.delete(folder.work().resolve(NAME).resolve("workarea"));
        Files.writeString(mark, build);
    }
}
