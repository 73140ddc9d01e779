package io.artifactor.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Elasticsearch and the application server over one data folder.
 *
 * <p>Life cycle: built, started once, stopped once; in between single parts may be killed, stopped
 * and started again at will, on the same ports. Safe for use from several threads; a stop from
 * another thread (the launcher's shutdown hook) makes a start in progress fail.
 */
public final class Stack implements AutoCloseable {
    private final Settings settings;
    private final Progress progress;
    private final DataFolder folder;
    private final Leftovers leftovers;
    private final Processes processes;
    private @Nullable FolderLock lock;

    Stack(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        folder = new DataFolder(settings.data());
        leftovers = new Leftovers(folder.children(), Duration.ofSeconds(30));
        processes = new Processes(leftovers, progress);
    }

    /** A stack for a test, over the given data folder (made if absent). */
    public static StackBuilder over(Path data) {
        return new StackBuilder(data);
    }

    /** Starts all parts and returns when all are ready; on failure everything is stopped again. */
    public Stack start() {
        try {
            begin();
            if (processes.has(Part.ELASTICSEARCH)) {
                processes.awaitReady(Part.ELASTICSEARCH);
            }
            return this;
        } catch (StartFailure e) {
            stop();
            throw e;
        }
    }

    /**
     * Starts all parts and waits for all but Elasticsearch, without which the product is degraded
     * and yet of use.
     */
    void begin() {
        folder.create();
        takeLock();
        leftovers.clear(progress);
        PortUse.requireFree(PortUse.of(settings.addresses(), settings.parts()));
        addRunners();
        CompletableFuture<Void> search = CompletableFuture.completedFuture(null);
        if (processes.has(Part.ELASTICSEARCH)) {
            search = CompletableFuture.runAsync(() -> processes.launch(Part.ELASTICSEARCH));
        }
        for (Part part : List.of(Part.DATABASE, Part.SERVER)) {
            if (processes.has(part)) {
                start(part);
            }
        }
        join(search);
    }

    /** Starts one part again and returns when it is ready. */
    public void start(Part part) {
        processes.launch(part);
        processes.awaitReady(part);
    }

    /** Stops one part gently, as an operator would. */
    public void stop(Part part) {
        processes.end(part);
    }

    /** Kill -9; returns when the process and all it started are gone. */
    public void kill(Part part) {
        processes.child(part).kill();
    }

    /**
     * Kill -9 for everything, as a power failure would. The parts can be started again, or the
     * whole stopped and another stack started over the same folder.
     */
    public void killAll() {
        processes.running().forEach(Child::kill);
    }

    public void restart(Part part) {
        stop(part);
        start(part);
    }

    public boolean isRunning(Part part) {
        return processes.isRunning(part);
    }

    public long pid(Part part) {
        return processes.child(part).handle().pid();
    }

    /** The log of the part's console. */
    public Path log(Part part) {
        return processes.child(part).log();
    }

    /** The address of the product, without a slash at the end. */
    public String url() {
        return settings.addresses().httpUrl();
    }

    /** The database as a JDBC address, with the role the application uses. */
    public Endpoint database() {
        return ((Postgres) processes.runner(Part.DATABASE)).endpoint();
    }

    public Endpoint elasticsearch() {
        return ((Elasticsearch) processes.runner(Part.ELASTICSEARCH)).endpoint();
    }

    public Path data() {
        return folder.root();
    }

    /**
     * Where the application leaves the administrator's first password; gone once it has been
     * changed.
     */
    public Path firstPasswordFile() {
        return folder.firstPassword();
    }

    /**
     * Stops the server, then Elasticsearch, then PostgreSQL, each within a bounded time. May be
     * called again.
     */
    public synchronized void stop() {
        processes.endAll();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    Processes processes() {
        return processes;
    }

    Settings settings() {
        return settings;
    }

    private synchronized void takeLock() {
        lock = FolderLock.acquire(folder);
    }

    private void addRunners() {
        Confinement confinement = Confinement.detect();
        Installation installation = settings.installation();
        Addresses addresses = settings.addresses();
        for (Part part : settings.parts()) {
            Runner runner =
                    switch (part) {
                        case DATABASE -> new Postgres(installation, folder, confinement, addresses);
                        case ELASTICSEARCH ->
                                new Elasticsearch(installation, folder, confinement, addresses);
                        case SERVER ->
                                new ApplicationServer(
                                        settings, folder, confinement, this::addNeighbours);
                    };
            processes.add(part, runner);
        }
    }

    /**
     * The database and Elasticsearch that are ours; those that are not stand in the environment
     * already.
     */
    private void addNeighbours(Map<String, String> environment) {
        if (processes.has(Part.DATABASE)) {
            add(environment, "ARTIFACTOR_DB", database());
        }
        if (processes.has(Part.ELASTICSEARCH)) {
            add(environment, "ARTIFACTOR_ES", elasticsearch());
        }
    }

    private static void add(Map<String, String> environment, String prefix, Endpoint endpoint) {
        environment.put(prefix + "_URL", endpoint.url());
        environment.put(prefix + "_USER", endpoint.user());
        environment.put(prefix + "_PASSWORD", endpoint.password());
    }

    private static void join(CompletableFuture<Void> launch) {
        try {
            launch.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            throw e;
        }
    }
}
