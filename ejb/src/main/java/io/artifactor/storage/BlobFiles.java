package io.artifactor.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where content and temporary files lie under a root, and the steps that make them durable. */
class BlobFiles {

    private static final System.Logger LOG = System.getLogger(BlobFiles.class.getName());
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int DEPTH = 3;

    private final Path root;
    private final Path temporary;

    BlobFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.temporary = this.root.resolve("tmp");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw DiskProblems.writing(e);
        }
    }

    Path path(Sha256 digest) {
        return directory(digest).resolve(digest.hex());
    }

    Path newTemporary() {
        return temporary.resolve(UUID.randomUUID() + ".part");
    }

    OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Says whether the content is there, and if so makes it look new to a collector. A file of
     * another size is not the content but the trace of a damaged disk, and will be replaced.
     */
    boolean renewExisting(StoredBlob blob) throws IOException {
        Path file = path(blob.digest());
        try {
            if (Files.size(file) != blob.size()) {
                return false;
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            // A collector may have taken the file away while its time was being set.
            return Files.exists(file);
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** Forces a file or a directory to the disk. */
    void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Renames the file to its name; the caller forces the directory this returns. */
    Path moveIntoPlace(Path file, Sha256 digest) throws IOException {
        Path directory = directory(digest);
        createDurably(directory);
        Files.move(file, path(digest), StandardCopyOption.ATOMIC_MOVE);
        return directory;
    }

    Path directory(Sha256 digest) {
        String hex = digest.hex();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4));
    }

    /** A directory survives a crash only once the one above it is forced. */
    private void createDurably(Path directory) throws IOException {
        if (directory.equals(root) || Files.isDirectory(directory)) {
            return;
        }
        Path above = directory.resolveSibling(".").normalize();
        createDurably(above);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException another) {
            // Someone else was faster; forcing again costs little and waits for them.
        }
        force(above);
    }

    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Temporary file left behind: " + file, e);
        }
    }

    /**
     * Whoever stores the content again either renews the file's time or does not meet the file and
     * writes a new one. So the file is put aside first: then its time says for good which it was.
     */
    boolean removeUntouched(Sha256 digest, Instant since) throws IOException {
        Path file = path(digest);
        Path aside = newTemporary();
        try {
            if (!isOlder(file, since)) {
                return Files.notExists(file);
            }
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            return true;
        }
        if (isOlder(aside, since)) {
            Files.deleteIfExists(aside);
            return true;
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    int sweepTemporary(Instant olderThan) {
        try (Stream<Path> files = Files.list(temporary)) {
            List<Path> left = files.filter(file -> isOlder(file, olderThan)).toList();
            left.forEach(this::discard);
            return left.size();
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Sha256> list() {
        try {
            return Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile())
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .map(Sha256::new);
        } catch (IOException e) {
            throw DiskProblems.reading(e);
        }
    }
}
