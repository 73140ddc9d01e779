package io.artifactor.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where content is kept: {@code ARTIFACTOR_DATA} is the folder of everything the server keeps
 * beside its database, {@code blobs} below it belongs to the content.
 */
@ApplicationScoped
public class StorageSettings {

    @Inject
    @ConfigProperty(name = "artifactor.data", defaultValue = "data")
    private Path data;

    @Resource private ManagedExecutorService executor;

    @Inject private ContentInspector inspector;

    /** The folder of everything the server keeps beside its database. */
    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** Uploads under way lie beside the store, so that a complete one only has to be renamed. */
    @Produces
    @Singleton
    PartFiles partFiles() {
        return new PartFiles(data().resolve("blobs").resolve("parts"));
    }

    @Produces
    @ApplicationScoped
    BlobStore blobStore() {
        return new LocalDiskBlobStore(
                data().resolve("blobs"), Clock.systemUTC(), executor, inspector);
    }
}
