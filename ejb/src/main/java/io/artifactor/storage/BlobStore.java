package io.artifactor.storage;

import io.artifactor.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Stores content under its SHA-256, once, and never changes it. Implementations may be used from
 * any thread at once. Sizes and offsets are bytes.
 *
 * <p>A store that cannot do what is asked throws a {@link io.artifactor.problem.Problem}: {@code
 * STORAGE_FULL} when there is no room, {@code UNAVAILABLE} when it cannot be reached or read.
 */
public interface BlobStore {

    /**
     * Reads the content to its end and stores it; when this returns, it survives a crash. The
     * caller closes the stream. Whatever goes wrong leaves nothing behind.
     *
     * @throws io.artifactor.problem.Problem {@code TOO_LARGE} beyond the accepted size, {@code
     *     DIGEST_MISMATCH} if the sender's digest is another, {@code INVALID_INPUT} if the stream
     *     breaks; whatever {@link ContentInspector} refuses it with
     */
    StoredBlob put(InputStream content, Acceptance acceptance);

    /**
     * Takes over a file of this machine that holds the content, and removes it from where it was.
     * Repeating it after a crash does no harm: a file that is gone was taken over before. One that
     * is refused stays where it is.
     *
     * @throws io.artifactor.problem.Problem whatever {@link ContentInspector} refuses it with
     */
    default void adopt(Path file, StoredBlob blob) {
        try (InputStream content = Files.newInputStream(file)) {
            put(content, new Acceptance(blob.size(), Optional.of(blob.digest())));
            Files.delete(file);
        } catch (NoSuchFileException gone) {
            requireStored(blob);
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }

    /** Refuses to go on without the content. */
    private void requireStored(StoredBlob blob) {
        if (!exists(blob.digest())) {
            throw Problem.notFound("stored content", blob.digest());
        }
    }

    /** A batch that makes many small contents durable at the price of few. */
    BlobBatch batch();

    /**
     * The content from the first byte; the caller closes it.
     *
     * @throws io.artifactor.problem.Problem {@code NOT_FOUND} if there is no such content
     */
    default InputStream open(Sha256 digest) {
        return open(digest, 0, Long.MAX_VALUE);
    }

    /**
     * At most {@code length} bytes from {@code offset} on, fewer where the content ends before.
     *
     * @throws io.artifactor.problem.Problem {@code NOT_FOUND} if there is no such content
     */
    InputStream open(Sha256 digest, long offset, long length);

    /** The size of the content, or nothing if it is not in the store. */
    OptionalLong size(Sha256 digest);

    default boolean exists(Sha256 digest) {
        return size(digest).isPresent();
    }

    /**
     * The content as a file of this machine, if this store keeps it as one: for readers that jump.
     * It must not be changed.
     */
    default Optional<Path> file(Sha256 digest) {
        return Optional.empty();
    }

    /** Removes the content; says whether it was there. */
    boolean delete(Sha256 digest);

    /**
     * Removes the content unless somebody stored it again after {@code untouchedSince}, however
     * closely before this call.
     *
     * @return whether the content is not in the store any more
     */
    boolean deleteUnused(Sha256 digest, Instant untouchedSince);

    /** Removes what unfinished writes left behind before then; says how much there was. */
    int sweepTemporary(Instant olderThan);

    /** Every stored content, in no order; the caller closes the stream. */
    Stream<Sha256> list();
}
