package io.artifactor.storage;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Content on a local disk, at {@code ab/cd/<sha256>} under its root.
 *
 * <p>Content is written to a temporary file in the same file system, forced to the disk, renamed
 * into place, and the directory is forced too: a crash at any moment leaves the content whole or
 * absent. Content that is there already is not written again. Temporary files that a crash left
 * behind are removed when the store is opened, once they are too old to belong to anything running.
 *
 * <p>Holds no state beside the paths; any number of threads and processes may share a root.
 */
public final class LocalDiskBlobStore implements BlobStore {

    static final Duration ABANDONED_AFTER = Duration.ofHours(24);

    private final BlobFiles files;
    private final Together together;
    private final ContentInspector inspector;

    /** A store that waits for the disk with the calling thread alone. */
    public LocalDiskBlobStore(Path root, Clock clock) {
        this(root, clock, Runnable::run, ContentInspector.NONE);
    }

    /**
     * @param executor for waiting for the disk with several threads at once
     * @param inspector asked about whatever comes in, also about what is there already: who
     *     inspects may know more than the day before
     */
    public LocalDiskBlobStore(
            Path root, Clock clock, Executor executor, ContentInspector inspector) {
        this(new BlobFiles(root), executor, inspector);
        files.sweepTemporary(clock.instant().minus(ABANDONED_AFTER));
    }

    LocalDiskBlobStore(BlobFiles files) {
        this(files, Runnable::run, ContentInspector.NONE);
    }

    private LocalDiskBlobStore(BlobFiles files, Executor executor, ContentInspector inspector) {
        this.files = files;
        this.together = new Together(executor);
        this.inspector = inspector;
    }

    @Override
    public StoredBlob put(InputStream content, Acceptance acceptance) {
        Path temporary = files.newTemporary();
        try {
            StoredBlob blob = IncomingContent.copy(content, files.create(temporary), acceptance);
            if (acceptance.inspected()) {
                inspector.inspect(blob, () -> Files.newInputStream(temporary));
            }
            if (!files.renewExisting(blob)) {
                files.force(temporary);
                files.moveIntoPlace(temporary, blob.digest());
            }
            // Also for content that was there: whoever stored it may not have come this far yet.
            files.force(files.directory(blob.digest()));
            return blob;
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        } finally {
            files.discard(temporary);
        }
    }

    @Override
    public void adopt(Path file, StoredBlob blob) {
        try {
            if (Files.exists(file)) {
                inspector.inspect(blob, () -> Files.newInputStream(file));
            }
            // Also when the file is gone: it was taken over before, and a crash hid that.
            if (files.renewExisting(blob)) {
                files.discard(file);
            } else {
                files.force(file);
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                files.moveIntoPlace(file, blob.digest());
            }
            files.force(files.directory(blob.digest()));
        } catch (NoSuchFileException e) {
            throw Problem.notFound("stored content", blob.digest());
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        }
    }

    @Override
    public BlobBatch batch() {
        return new LocalDiskBlobBatch(files, together, inspector);
    }

    @Override
    public InputStream open(Sha256 digest, long offset, long length) {
        try {
            SeekableByteChannel channel = Files.newByteChannel(files.path(digest));
            channel.position(offset);
            return new LimitedInputStream(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw Problem.notFound("stored content", digest);
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }

    @Override
    public OptionalLong size(Sha256 digest) {
        try {
            return OptionalLong.of(Files.size(files.path(digest)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }

    @Override
    public Optional<Path> file(Sha256 digest) {
        return Optional.of(files.path(digest)).filter(Files::isRegularFile);
    }

    @Override
    public boolean delete(Sha256 digest) {
        try {
            return Files.deleteIfExists(files.path(digest));
        } catch (IOException e) {
            throw new Problem(ProblemCode.UNAVAILABLE, "The stored content cannot be removed.", e);
        }
    }

    @Override
    public boolean deleteUnused(Sha256 digest, Instant untouchedSince) {
        try {
            return files.removeUntouched(digest, untouchedSince);
        } catch (IOException e) {
            throw new Problem(ProblemCode.UNAVAILABLE, "The stored content cannot be removed.", e);
        }
    }

    @Override
    public int sweepTemporary(Instant olderThan) {
        return files.sweepTemporary(olderThan);
    }

    @Override
    public Stream<Sha256> list() {
        return files.list();
    }
}
