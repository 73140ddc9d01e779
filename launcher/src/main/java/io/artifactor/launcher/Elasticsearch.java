package io.artifactor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A single Elasticsearch node with a password: what it indexes is private, and other users of the
 * machine can reach the loopback address too. It is a copy of what the database holds, so its loss
 * costs time and no data.
 */
final class Elasticsearch implements Runner {
    /** Goes up when what {@link #prepare} makes beside the distribution's files changes. */
    private static final String CONFIGURATION = "2";

    /**
     * The synchronizer of built-in roles fails on this distribution, noisily, and nobody uses these
     * roles.
     */
    private static final String JVM_OPTIONS =
            """
            -Xms256m
            -Xmx512m
            -XX:-AlwaysPreTouch
            -XX:-HeapDumpOnOutOfMemoryError
            -Xlog:disable
            -Xlog:all=warning:stderr:utctime,level,tags
            -Des.queryable_built_in_roles_enabled=false
            """;

    private final Installation installation;
    private final DataFolder folder;
    private final Confinement confinement;
    private final Addresses addresses;

    Elasticsearch(
            Installation installation,
            DataFolder folder,
            Confinement confinement,
            Addresses addresses) {
        this.installation = installation;
        this.folder = folder;
        this.confinement = confinement;
        this.addresses = addresses;
    }

    Endpoint endpoint() {
        return new Endpoint(addresses.elasticsearchUrl(), ElasticsearchAccess.USER, password());
    }

    private String password() {
        try {
            return folder.secret("elasticsearch");
        } catch (IOException e) {
            throw new StartFailure(
                    folder.secretFile("elasticsearch") + " cannot be read or written: " + e, e);
        }
    }

    @Override
    public Child launch() {
        try {
            if (Files.notExists(program("elasticsearch"))) {
                throw new StartFailure(
                        "Elasticsearch is not in "
                                + installation.elasticsearch()
                                + ": build first (./start does).");
            }
            prepare();
            ProcessBuilder builder = builder(confinement.unprivileged(Signal.TERM, command()));
            return Child.start(Part.ELASTICSEARCH, builder, folder.log("elasticsearch"));
        } catch (IOException e) {
            throw new StartFailure(
                    "Elasticsearch cannot be prepared in " + folder.elasticsearch() + ": " + e, e);
        }
    }

    /** Once it knows its indexes; the health of the cluster is not for our user to ask. */
    @Override
    public boolean isReady(Child child) {
        return Probe.of(
                        addresses.elasticsearchUrl() + "/artifactor-v*/_mapping",
                        ElasticsearchAccess.USER,
                        password())
                .succeeds();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public List<Child.Farewell> farewells(boolean wasReady) {
        return List.of(new Child.Farewell(Signal.TERM, Duration.ofSeconds(20)));
    }

    /**
     * The configuration belongs to the distribution's version and is made anew when that changes;
     * who may sign in is written each time.
     */
    private void prepare() throws IOException {
        Path node = folder.elasticsearch();
        Files.createDirectories(node.resolve("data"));
        Folders.delete(node.resolve("tmp"));
        Files.createDirectories(node.resolve("tmp"));
        Files.createDirectories(nodeLogs());
        Path made = node.resolve("configured-for");
        String version = installation.version("elasticsearch") + "/" + CONFIGURATION;
        if (Files.notExists(made) || !Files.readString(made).equals(version)) {
            Folders.delete(config());
            Folders.copy(installation.elasticsearch().resolve("config"), config());
            Files.createDirectories(config().resolve("jvm.options.d"));
            Files.writeString(config().resolve("jvm.options.d/launcher.options"), JVM_OPTIONS);
            Files.writeString(made, version);
        }
        ElasticsearchAccess.write(config(), password());
        confinement.giveToUnprivileged(node);
        confinement.giveToUnprivileged(nodeLogs());
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(program("elasticsearch").toString()));
        Map<String, String> settings =
                Map.of(
                        "cluster.name", "artifactor",
                        "discovery.type", "single-node",
                        "network.host", Addresses.LOOPBACK,
                        "http.port", String.valueOf(addresses.elasticsearchPort()),
                        // Any free port: a single node talks to nobody there.
                        "transport.port", "0",
                        "path.data", folder.elasticsearch().resolve("data").toString(),
                        "path.logs", nodeLogs().toString(),
                        "cluster.routing.allocation.disk.threshold_enabled", "false",
                        "xpack.security.enabled", "true",
                        "xpack.security.autoconfiguration.enabled", "false");
        settings.forEach((name, value) -> command.add("-E" + name + "=" + value));
        ElasticsearchAccess.SETTINGS.forEach(
                (name, value) -> command.add("-E" + name + "=" + value));
        return command;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.elasticsearch().toFile());
        Map<String, String> environment = builder.environment();
        // The launching shell's own Elasticsearch, if it has one, is not ours.
        environment
                .keySet()
                .removeIf(name -> name.startsWith("ES_") || name.equals("CLI_JAVA_OPTS"));
        environment.remove("JAVA_HOME");
        environment.put("ES_JAVA_HOME", installation.javaHome().toString());
        environment.put("ES_PATH_CONF", config().toString());
        environment.put("ES_TMPDIR", folder.elasticsearch().resolve("tmp").toString());
        return builder;
    }

    private Path program(String name) {
        return installation.elasticsearch().resolve("bin").resolve(name);
    }

    private Path config() {
        return folder.elasticsearch().resolve("config");
    }

    private Path nodeLogs() {
        return folder.logs().resolve("elasticsearch");
    }
}
