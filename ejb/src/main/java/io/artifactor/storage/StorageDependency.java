package io.artifactor.storage;

import io.artifactor.health.Dependency;
import io.artifactor.health.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder of the contents, and the room left for more. */
@ApplicationScoped
public class StorageDependency implements Dependency {

    private static final long LITTLE = 1L << 30;

    @Inject private StorageSettings settings;

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Finding look() {
        Path folder = settings.data();
        if (!Files.isWritable(folder)) {
            return Finding.down("its folder cannot be written to");
        }
        try {
            FileStore disk = Files.getFileStore(folder);
            long free = disk.getUsableSpace();
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("freeBytes", free);
            detail.put("totalBytes", disk.getTotalSpace());
            return free < LITTLE ? Finding.degraded(detail) : Finding.up(detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
