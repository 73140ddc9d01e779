package io.artifactor.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Duration POLL = Duration.ofMillis(100);

    private final Settings settings;
    private final Progress progress;
    private final DataFolder folder;
    private final Leftovers leftovers;
    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final Map<Part, Runner> runners = new EnumMap<>(Part.class);
    private @Nullable FolderLock lock;
    private volatile boolean stopping;

    Stack(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        folder = new DataFolder(settings.data());
        leftovers = new Leftovers(folder.children(), Duration.ofSeconds(30));
    }

    /** A stack for a test, over the given data folder (made if absent). */
    public static StackBuilder over(Path data) {
        return new StackBuilder(data);
    }

    /** Starts all parts and returns when all are ready; on failure everything is stopped again. */
    public Stack start() {
        try {
            begin();
            if (runners.containsKey(Part.ELASTICSEARCH)) {
                awaitReady(Part.ELASTICSEARCH);
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
        lock = FolderLock.acquire(folder);
        leftovers.clear(progress);
        PortUse.requireFree(PortUse.of(settings.addresses(), settings.parts()));
        createRunners();
        CompletableFuture<Void> search = CompletableFuture.completedFuture(null);
        if (runners.containsKey(Part.ELASTICSEARCH)) {
            search = CompletableFuture.runAsync(() -> launch(Part.ELASTICSEARCH));
        }
        for (Part part : List.of(Part.DATABASE, Part.SERVER)) {
            if (runners.containsKey(part)) {
                start(part);
            }
        }
        join(search);
    }

    /** Starts one part again and returns when it is ready. */
    public void start(Part part) {
        launch(part);
        awaitReady(part);
    }

    /** Stops one part gently, as an operator would. */
    public void stop(Part part) {
        Child child = child(part);
        child.end(runner(part).farewells());
    }

    /** Kill -9; returns when the process is gone. */
    public void kill(Part part) {
        child(part).kill();
    }

    /**
     * Kill -9 for everything, as a power failure would; the stack can be stopped, or its parts
     * started again.
     */
    public void killAll() {
        running().forEach(Child::kill);
    }

    public void restart(Part part) {
        stop(part);
        start(part);
    }

    public boolean isRunning(Part part) {
        return find(part).filter(Child::isAlive).isPresent();
    }

    public long pid(Part part) {
        return child(part).handle().pid();
    }

    /** The log of the part's console. */
    public Path log(Part part) {
        return child(part).log();
    }

    /** The address of the product, without a slash at the end. */
    public String url() {
        return settings.addresses().httpUrl();
    }

    public String jdbcUrl() {
        return settings.addresses().jdbcUrl(Postgres.DATABASE);
    }

    public String databaseUser() {
        return Postgres.USER;
    }

    public String databasePassword() {
        return ((Postgres) runner(Part.DATABASE)).password();
    }

    public String elasticsearchUrl() {
        return settings.addresses().elasticsearchUrl();
    }

    public String elasticsearchUser() {
        return Elasticsearch.USER;
    }

    public String elasticsearchPassword() {
        return ((Elasticsearch) runner(Part.ELASTICSEARCH)).password();
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
        stopping = true;
        for (Part part : List.of(Part.SERVER, Part.ELASTICSEARCH, Part.DATABASE)) {
            find(part)
                    .filter(Child::isAlive)
                    .ifPresent(child -> {
                        progress.line("Stopping " + part.title());
                        child.end(runner(part).farewells());
                    });
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    boolean isStopping() {
        return stopping;
    }

    Settings settings() {
        return settings;
    }

    Child child(Part part) {
        return find(part)
                .orElseThrow(() -> new IllegalStateException(part.title() + " was never started"));
    }

    boolean isReady(Part part) {
        return runner(part).isReady(child(part));
    }

    /** Prepares and starts the process without waiting until it is ready. */
    void launch(Part part) {
        Child child = runner(part).launch();
        synchronized (children) {
            children.put(part, child);
        }
        if (stopping) {
            child.kill();
            throw new StartFailure("The launcher is stopping.");
        }
        progress.line(part.title() + " is starting");
        rememberChildren();
    }

    void awaitReady(Part part) {
        Child child = child(part);
        Runner runner = runner(part);
        long deadline = System.nanoTime() + runner.patience().toNanos();
        while (!runner.isReady(child)) {
            if (stopping) {
                throw new StartFailure("The launcher is stopping.");
            }
            if (!child.isAlive()) {
                throw new StartFailure(
                        "%s ended with exit code %d.%n%s"
                                .formatted(part.title(), child.exitCode(), child.tail(25)));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "%s was not ready after %d s.%n%s"
                                .formatted(
                                        part.title(),
                                        runner.patience().toSeconds(),
                                        child.tail(25)));
            }
            pause();
        }
        progress.line(part.title() + " is ready");
        rememberChildren();
    }

    /** Writes down who runs now. Children have children of their own only once they are ready. */
    void rememberChildren() {
        leftovers.remember(running());
    }

    private void createRunners() {
        Confinement confinement = Confinement.detect();
        Installation installation = settings.installation();
        Addresses addresses = settings.addresses();
        for (Part part : settings.parts()) {
            runners.put(
                    part,
                    switch (part) {
                        case DATABASE -> new Postgres(installation, folder, confinement, addresses);
                        case ELASTICSEARCH ->
                                new Elasticsearch(installation, folder, confinement, addresses);
                        case SERVER ->
                                new ApplicationServer(
                                        settings, folder, confinement, this::addNeighbours);
                    });
        }
    }

    /**
     * The database and Elasticsearch that are ours; those that are not stand in the environment
     * already.
     */
    void addNeighbours(Map<String, String> environment) {
        if (runners.containsKey(Part.DATABASE)) {
            environment.put("ARTIFACTOR_DB_URL", jdbcUrl());
            environment.put("ARTIFACTOR_DB_USER", databaseUser());
            environment.put("ARTIFACTOR_DB_PASSWORD", databasePassword());
        }
        if (runners.containsKey(Part.ELASTICSEARCH)) {
            environment.put("ARTIFACTOR_ES_URL", elasticsearchUrl());
            environment.put("ARTIFACTOR_ES_USER", elasticsearchUser());
            environment.put("ARTIFACTOR_ES_PASSWORD", elasticsearchPassword());
        }
    }

    private Runner runner(Part part) {
        Runner runner = runners.get(part);
        if (runner == null) {
            throw new IllegalStateException(part.title() + " is not started by this launcher");
        }
        return runner;
    }

    private Optional<Child> find(Part part) {
        synchronized (children) {
            return Optional.ofNullable(children.get(part));
        }
    }

    private List<Child> running() {
        synchronized (children) {
            return new ArrayList<>(children.values()).stream().filter(Child::isAlive).toList();
        }
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

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.", e);
        }
    }
}
