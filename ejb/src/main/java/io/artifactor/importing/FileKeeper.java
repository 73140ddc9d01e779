package io.artifactor.importing;

import io.artifactor.artifact.ContentDetection;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.storage.Acceptance;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes the content of a file out of its archive while the reader stands there: small files into
 * memory, to be stored many at a time, large ones straight into the store. Used by one thread.
 */
final class FileKeeper {

    private static final int SMALL = 256 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final Optional<BlobStore> store;
    private final long limit;

    /**
     * @param store where large files go; none to find out only what they are
     */
    FileKeeper(Optional<BlobStore> store, long limit) {
        this.store = store;
        this.limit = limit;
    }

    /**
     * @throws IOException if the archive is damaged, or the content passes a limit
     */
    KeptFile keep(ImportedFile file) throws IOException {
        try (RememberingStream content = new RememberingStream(file.content().open())) {
            byte[] start = content.readNBytes(SMALL + 1);
            byte[] head = Arrays.copyOf(start, Math.min(start.length, ContentDetection.HEAD));
            if (start.length <= SMALL) {
                StoredBlob blob = new StoredBlob(Sha256.ofContent(start), start.length);
                return new KeptFile(blob, head, Optional.of(start));
            }
            try (InputStream whole =
                    new SequenceInputStream(new ByteArrayInputStream(start), content)) {
                return new KeptFile(large(whole, content), head, Optional.empty());
            }
        }
    }

    private StoredBlob large(InputStream whole, RememberingStream content) throws IOException {
        if (store.isEmpty()) {
            return digest(whole);
        }
        try {
            return store.get().put(whole, Acceptance.upTo(limit));
        } catch (RuntimeException e) {
            // The store tells a broken sender in its own words; ours are the archive's.
            content.rethrow();
            throw e;
        }
    }

    private static StoredBlob digest(InputStream content) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int read = content.read(buffer);
        while (read >= 0) {
            digest.update(buffer, 0, read);
            size += read;
            read = content.read(buffer);
        }
        return new StoredBlob(Sha256.ofDigest(digest.digest()), size);
    }
}
