package io.artifactor.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Group commit on a local disk: all files are forced first, then renamed, then each directory is
 * forced once; each step for many at a time.
 */
final class LocalDiskBlobBatch implements BlobBatch {

    private final BlobFiles files;
    private final Together together;
    private final ContentInspector inspector;
    private final Map<Sha256, Path> pending = new LinkedHashMap<>();
    private final Set<Path> directories = new LinkedHashSet<>();

    LocalDiskBlobBatch(BlobFiles files, Together together, ContentInspector inspector) {
        this.files = files;
        this.together = together;
        this.inspector = inspector;
    }

    @Override
    public StoredBlob add(byte[] content) {
        StoredBlob blob = new StoredBlob(Sha256.ofContent(content), content.length);
        if (pending.containsKey(blob.digest())) {
            return blob;
        }
        try {
            inspector.inspect(blob, () -> new ByteArrayInputStream(content));
            if (files.renewExisting(blob)) {
                // Whoever stored it may not have forced its directory yet.
                directories.add(files.directory(blob.digest()));
            } else {
                write(blob.digest(), content);
            }
            return blob;
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        }
    }

    private void write(Sha256 digest, byte[] content) throws IOException {
        Path temporary = files.newTemporary();
        pending.put(digest, temporary);
        try (OutputStream out = files.create(temporary)) {
            out.write(content);
        } catch (IOException e) {
            pending.remove(digest);
            files.discard(temporary);
            throw e;
        }
    }

    @Override
    public void commit() {
        try {
            together.each(pending.values(), files::force);
            Set<Path> changed = ConcurrentHashMap.newKeySet();
            together.each(
                    pending.entrySet(),
                    entry -> changed.add(files.moveIntoPlace(entry.getValue(), entry.getKey())));
            directories.addAll(changed);
            together.each(directories, files::force);
            pending.clear();
            directories.clear();
        } catch (IOException e) {
            close();
            throw DiskProblems.writing(e);
        }
    }

    @Override
    public void close() {
        pending.values().forEach(files::discard);
        pending.clear();
        directories.clear();
    }
}
