package io.artifactor.preview;

import io.artifactor.storage.StorageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the worker is, and how many of it this server starts. */
@ApplicationScoped
public class PreviewSettings {

    private static final int MOST_WORKERS = 16;

    /** Also from the environment variable {@code ARTIFACTOR_WORKER_JAR}. */
    @Inject
    @ConfigProperty(name = "artifactor.worker.jar")
    private Optional<String> jar;

    /** Also from the environment variable {@code ARTIFACTOR_WORKER_COUNT}. */
    @Inject
    @ConfigProperty(name = "artifactor.worker.count", defaultValue = "1")
    private int count;

    @Inject private StorageSettings storage;

    /** How many documents are read at once; none where there is no worker. */
    public int workers() {
        return jar.isPresent() ? Math.clamp(count, 0, MOST_WORKERS) : 0;
    }

    WorkerCommand command() {
        return WorkerCommand.of(List.of("-jar", jar.orElseThrow()));
    }

    WorkerFolders folders() {
        return new WorkerFolders(storage.data().resolve("workers"));
    }
}
