package io.artifactor.storage;

import io.artifactor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A store in memory, held to the same contract as the real ones. */
public final class TestingBlobStore implements BlobStore {

    private final Map<Sha256, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public StoredBlob put(InputStream content, Acceptance acceptance) {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        try {
            StoredBlob blob = IncomingContent.copy(content, memory, acceptance);
            contents.put(blob.digest(), memory.toByteArray());
            return blob;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BlobBatch batch() {
        return new TestingBatch();
    }

    @Override
    public InputStream open(Sha256 digest, long offset, long length) {
        byte[] content = contents.get(digest);
        if (content == null) {
            throw Problem.notFound("stored content", digest);
        }
        int from = (int) Math.min(offset, content.length);
        return new ByteArrayInputStream(
                content, from, (int) Math.min(length, content.length - from));
    }

    @Override
    public OptionalLong size(Sha256 digest) {
        byte[] content = contents.get(digest);
        return content == null ? OptionalLong.empty() : OptionalLong.of(content.length);
    }

    @Override
    public boolean delete(Sha256 digest) {
        return contents.remove(digest) != null;
    }

    /** Everything here was stored just now, as far as anyone can tell. */
    @Override
    public boolean deleteUnused(Sha256 digest, Instant untouchedSince) {
        return untouchedSince.isAfter(Instant.now()) ? delete(digest) : !exists(digest);
    }

    @Override
    public int sweepTemporary(Instant olderThan) {
        return 0;
    }

    @Override
    public Stream<Sha256> list() {
        return List.copyOf(contents.keySet()).stream();
    }

    private final class TestingBatch implements BlobBatch {

        private final List<byte[]> pending = new ArrayList<>();

        @Override
        public StoredBlob add(byte[] content) {
            pending.add(content.clone());
            return new StoredBlob(Sha256.ofContent(content), content.length);
        }

        @Override
        public void commit() {
            pending.forEach(content -> contents.put(Sha256.ofContent(content), content));
            pending.clear();
        }

        @Override
        public void close() {
            pending.clear();
        }
    }
}
