package io.artifactor.storage;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Content that arrives in pieces, one growing file for each upload.
 *
 * <p>A piece is reported only after it was forced to the disk. What lies behind the last report is
 * cut off before the next piece: nobody was promised it. One thread at a time may write to a part;
 * any may write to different ones.
 */
public final class PartFiles {

    private static final int BUFFER = 64 * 1024;
    private static final long REPORT_BYTES = 8L << 20;
    private static final long REPORT_NANOS = 3_000_000_000L;

    private final Path folder;

    public PartFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        }
    }

    /** The file of a part, whether it exists or not. */
    public Path file(UUID part) {
        return folder.resolve(part + ".part");
    }

    /**
     * Appends what the stream has, behind {@code from} and not beyond {@code limit}, both counted
     * from the beginning of the part. A stream that breaks off ends the piece; what came counts.
     *
     * @param durable told of every position up to which all bytes survive a crash
     * @return the last such position
     * @throws Problem {@code TOO_LARGE} when the stream goes on behind the limit, {@code
     *     STORAGE_FULL} when there is no room; what was reported before stays
     */
    public long append(
            UUID part, long from, long limit, InputStream content, LongConsumer durable) {
        try (FileChannel channel =
                FileChannel.open(file(part), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() < from) {
                throw new Problem(
                        ProblemCode.UNAVAILABLE,
                        "What arrived of this upload is not here any more; begin a new one.");
            }
            channel.truncate(from);
            channel.position(from);
            return new Piece(channel, from, limit, durable).copy(content);
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        }
    }

    /** Cuts the part back to the position. */
    public void cut(UUID part, long position) {
        try (FileChannel channel = FileChannel.open(file(part), StandardOpenOption.WRITE)) {
            channel.truncate(position);
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        }
    }

    /** The digest of the whole part; nothing if there is no such part. */
    public Optional<Sha256> digest(UUID part) {
        try (InputStream in = Files.newInputStream(file(part))) {
            var digest = Sha256.newDigest();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Optional.of(Sha256.ofDigest(digest.digest()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }

    public void delete(UUID part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new Problem(ProblemCode.UNAVAILABLE, "The part cannot be removed.", e);
        }
    }

    /** Parts that nobody has written to since. */
    public List<UUID> untouchedSince(Instant time) {
        List<UUID> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".part")
                        && Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    found.add(UUID.fromString(name.substring(0, name.length() - 5)));
                }
            }
            return found;
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }

    /** One piece on its way to the disk. */
    private static final class Piece {

        private final FileChannel channel;
        private final long limit;
        private final LongConsumer durable;
        private long position;
        private long reported;
        private long reportedAt = System.nanoTime();

        Piece(FileChannel channel, long from, long limit, LongConsumer durable) {
            this.channel = channel;
            this.limit = limit;
            this.durable = durable;
            this.position = from;
            this.reported = from;
        }

        long copy(InputStream content) throws IOException {
            byte[] buffer = new byte[BUFFER];
            int read = read(content, buffer);
            while (read >= 0) {
                if (position + read > limit) {
                    report();
                    throw new Problem(
                            ProblemCode.TOO_LARGE,
                            "More bytes came than the %,d announced for this upload."
                                    .formatted(limit));
                }
                write(ByteBuffer.wrap(buffer, 0, read));
                if (isReportDue()) {
                    report();
                }
                read = read(content, buffer);
            }
            report();
            return reported;
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes);
            }
        }

        private boolean isReportDue() {
            return position - reported >= REPORT_BYTES
                    || System.nanoTime() - reportedAt >= REPORT_NANOS;
        }

        private void report() throws IOException {
            channel.force(true);
            reported = position;
            reportedAt = System.nanoTime();
            durable.accept(reported);
        }

        /** A sender that goes away has sent what it has sent. */
        private static int read(InputStream content, byte[] buffer) {
            try {
                return content.read(buffer);
            } catch (IOException e) {
                return -1;
            }
        }
    }
}
